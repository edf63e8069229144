package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

class SandboxRequestFuzzTest {
    private static final long ACCOUNT = 19816;

    /** Whatever arrives as a request, the sandbox answers like HTTP or hangs up, and goes on to answer others. */
    @FuzzTest(maxDuration = "10m")
    void request_ofAnyBytes_leavesTheSandboxAtWork(byte[] request) throws IOException {
        Loopback.allow();
        try (Sandbox sandbox = Sandbox.start();
                ClearStreet client = ClearStreet.builder()
                        .baseUrl(sandbox.baseUrl())
                        .apiKey(sandbox.apiKey())
                        .build()) {
            sandbox.account(ACCOUNT).position("GOOG", "25");

            String response = send(sandbox, request);

            assertThat(response).matches(text -> text.isEmpty() || text.startsWith("HTTP/1.1 "));
            assertThat(sandbox.requests().toString().length()).isLessThan(10_000 + 20 * request.length);
            assertThat(sandbox.account(ACCOUNT).orders())
                    .as("nothing is closed without the key")
                    .isEmpty();
            assertThat(client.positions().getPositions(ACCOUNT)).hasSize(1);
        }
    }

    /** Without a body the server would wait for one; closing this side tells it that there is no more. */
    private static String send(Sandbox sandbox, byte[] request) throws IOException {
        try (Socket socket =
                new Socket(sandbox.baseUrl().getHost(), sandbox.baseUrl().getPort())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException hungUpOrStillWaiting) {
            return "";
        }
    }
}
