package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox on the wire, below what an HTTP client shows. */
class LoopbackServerTest {
    private static final String PATH = "/v1/accounts/" + ACCOUNT + "/positions";
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2025-10-03T14:00:00.9Z"));

    @AutoClose
    private final Sandbox sandbox =
            Sandbox.builder().clock(clock).apiKey("some-id.some-secret").start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "25");

    @Test
    void date_isThatOfTheSandboxesClock_andOfItsSkew() throws Exception {
        assertThat(date()).isEqualTo("Fri, 03 Oct 2025 14:00:00 GMT");

        sandbox.dateSkew(Duration.ofMinutes(-10));
        clock.advance(Duration.ofSeconds(1));

        assertThat(date()).isEqualTo("Fri, 03 Oct 2025 13:50:01 GMT");
    }

    @Test
    void date_thatAFaultSets_isSent() throws Exception {
        sandbox.nextCall(Fault.none().withHeader("Date", "yesterday"));

        assertThat(date()).isEqualTo("yesterday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:1", "127.1.2.3", "[::1]:8080"})
    void host_ofThisMachine_isTaken(String host) throws Exception {
        assertThat(exchange(get(host))).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.1", ""})
    void host_ofAnybodyElse_isRefused_andUsesUpNoFault(String host) throws Exception {
        sandbox.nextCall(Fault.error(503, "later"));

        assertThat(exchange(get(host))).startsWith("HTTP/1.1 421");
        assertThat(exchange(get("localhost"))).startsWith("HTTP/1.1 503");
    }

    @Test
    void fault_isNotUsedUpByACallWithoutTheKey() throws Exception {
        sandbox.nextCall(Fault.drops());

        assertThat(caller.send(caller.request(PATH).GET()).statusCode()).isEqualTo(401);
        assertThatThrownBy(() -> caller.close()).isInstanceOf(IOException.class);
    }

    @Test
    void drops_andTruncates_leaveNoConnectionBehind() throws Exception {
        for (int i = 0; i < 200; i++) {
            sandbox.nextCall(i % 2 == 0 ? Fault.drops() : Fault.truncates());
            exchange(get("localhost"));
        }

        assertThat(sandbox.openConnections()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /%zz HTTP/1.1|400",
                "GET / HTTP/2.0|400",
                "nonsense|400",
                "GET / HTTP/1.1\\r\\nno header|400",
                "GET / HTTP/1.1\\r\\nContent-Length: x|400",
                "GET / HTTP/1.1\\r\\nContent-Length: 1\\r\\nContent-Length: 1|400",
                "GET / HTTP/1.1\\r\\nTransfer-Encoding: gzip|400",
                "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\nContent-Length: 5|400"
            })
    void request_thatCannotBeRead_isRefusedAndEndsTheConnection(String head, int status) throws Exception {
        String response = exchange(head.replace("\\r\\n", "\r\n") + "\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 " + status).contains("Connection: close");
    }

    @Test
    void body_inChunks_isRead_afterTheServerHasSaidToGoOn() throws Exception {
        String response = exchange("DELETE " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + "some-id.some-secret\r\nExpect: 100-continue\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "1;x=y\r\n{\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200");
        assertThat(sandbox.requests().get(0).body()).isEqualTo("{}");
        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void oldClients_getOneResponse() throws Exception {
        String request =
                "GET " + PATH + " HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer some-id.some-secret\r\n\r\n";

        assertThat(exchange(request)).startsWith("HTTP/1.1 200").contains("Connection: close");
    }

    @Test
    void request_thatEndsInTheMiddle_isNotCarriedOut() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(("DELETE " + PATH + " HTTP/1.1\r\nContent-Length: 5\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isNegative();
        }

        assertThat(sandbox.requests()).isEmpty();
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void apiKey_isAnotherOneInEachSandbox() {
        try (Sandbox one = Sandbox.start();
                Sandbox two = Sandbox.start()) {
            assertThat(one.apiKey()).isNotEqualTo(two.apiKey());
        }
    }

    private String date() throws Exception {
        return caller.get("/positions").headers().firstValue("Date").orElseThrow();
    }

    private static String get(String host) {
        return "GET " + PATH + " HTTP/1.1\r\nHost: " + host
                + "\r\nAuthorization: Bearer some-id.some-secret\r\nConnection: close\r\n\r\n";
    }

    /** Sends this and reads until the server closes the connection. */
    private String exchange(String request) throws IOException {
        try (Socket socket = connect();
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(sandbox.baseUrl().getHost(), sandbox.baseUrl().getPort());
    }
}
