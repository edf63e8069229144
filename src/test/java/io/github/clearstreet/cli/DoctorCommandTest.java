package io.github.clearstreet.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** {@code doctor} says what stands in the way, sends no key, and changes nothing. */
class DoctorCommandTest {
    @Test
    void doctor_withKeyAndServer_findsNothingWrong() {
        try (Shell shell = new Shell()) {
            Shell.Result result = shell.run("doctor", "--base-url", base(shell));

            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            assertThat(result.out())
                    .contains("ok    key: is set")
                    .contains("ok    server: 127.0.0.1 responds")
                    .contains("ok    java: " + System.getProperty("java.version"))
                    .contains("ok    jackson-core: 2.")
                    .doesNotContain("WRONG")
                    .doesNotContain(Shell.KEY);
            assertThat(shell.changes()).isEmpty();
            assertThat(shell.sandbox().requests())
                    .allSatisfy(request ->
                            assertThat(request.header("Authorization")).isEmpty());
        }
    }

    @Test
    void doctor_withoutKey_saysWhichVariableToSet() {
        try (Shell shell = new Shell().unset("CLEAR_STREET_API_KEY")) {
            Shell.Result result = shell.run("doctor", "--base-url", base(shell));

            assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_SENT);
            assertThat(result.out()).contains("WRONG key: there is none: set CLEAR_STREET_API_KEY");
        }
    }

    @Test
    void doctor_withALineEndInTheKey_saysSoAndDoesNotPrintIt() {
        try (Shell shell = new Shell().set("CLEAR_STREET_API_KEY", "some-secret\r\n")) {
            Shell.Result result = shell.run("doctor", "--base-url", base(shell), "--output", "json");

            assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_SENT);
            assertThat(result.out()).contains("\"key\":\"wrong: begins or ends").doesNotContain("some-secret");
        }
    }

    @Test
    void doctor_whereNothingListens_saysWhereToLook() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (Shell shell = new Shell()) {
            Shell.Result result = shell.run("doctor", "--base-url", "http://127.0.0.1:" + port);

            assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_SENT);
            assertThat(result.out()).contains("WRONG server: no connection").contains("java: ");
        }
    }

    @Test
    void doctor_whenTheBodyNeverEnds_looksAtTheHeadOnly() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 401 No\r\nContent-Length: 10\r\n\r\n1".getBytes(US_ASCII));
                    // Until the client has gone.
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // The client may reset the connection.
                }
            });
            thread.start();

            try (Shell shell = new Shell()) {
                shell.set("CLEAR_STREET_BASE_URL", "http://127.0.0.1:" + server.getLocalPort());
                assertThat(shell.run("doctor").out()).contains("responds (status 401)");
            }
            thread.join();
        }
    }

    @Test
    void doctor_forAnotherMachineWithoutLive_looksAtNothing() {
        try (Shell shell = new Shell()) {
            Shell.Result result = shell.run("doctor", "--base-url", "https://broker.invalid");

            assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
            assertThat(result.err()).contains("Add --live").doesNotContain("broker.invalid");
        }
    }

    @Test
    void completion_isAScriptThatKnowsCommandsAndOptions() {
        try (Shell shell = new Shell()) {
            Shell.Result result = shell.run("completion");

            assertThat(result.exitCode()).isZero();
            assertThat(result.out())
                    .startsWith("#!/usr/bin/env bash")
                    .contains("close-positions", "--accounts-file", "compinit");
        }
    }

    private static String base(Shell shell) {
        return shell.sandbox().baseUrl().toString();
    }
}
