package io.github.clearstreet.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxCommandTest {
    @AutoClose
    private final Shell shell = new Shell();

    @AutoClose("shutdownNow")
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    @Test
    void sandbox_isUpUntilItIsInterruptedAndExitsWith0() throws Exception {
        PipedWriter out = new PipedWriter();
        BufferedReader printed = new BufferedReader(new PipedReader(out));
        CommandContext context =
                shell.context(shell::sandbox, new PrintWriter(out), new PrintWriter(new StringWriter()));
        Future<Integer> exitCode = background.submit(
                () -> CommandLineInterface.run(context, "sandbox", "--account", "7", "--account", "8"));

        String baseUrl = requireNonNull(printed.readLine()).replace("CLEAR_STREET_BASE_URL=", "");
        String apiKey = requireNonNull(printed.readLine()).replace("CLEAR_STREET_API_KEY=", "");
        String page = requireNonNull(printed.readLine()).replace("page: ", "");

        try (ClearStreet client = ClearStreet.builder()
                .baseUrl(URI.create(baseUrl))
                .apiKey(apiKey)
                .build()) {
            assertThat(client.positions().getPositions(8)).hasSize(1);
        }
        assertThat(printed.readLine()).isEqualTo("accounts: 7, 8");
        assertThat(get(page).statusCode()).isEqualTo(200);
        assertThat(exitCode.isDone()).isFalse();

        background.shutdownNow();
        assertThat(exitCode.get()).isZero();
    }

    @Test
    void sandbox_whenThePortIsTaken_exitsWith64() {
        try (Sandbox other = Sandbox.start()) {
            Result result = shell.run(
                    "sandbox", "--port", Integer.toString(other.baseUrl().getPort()));

            assertThat(result.exitCode()).isEqualTo(64);
            assertThat(result.err()).contains("the port is taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port 65536", "--port -1", "--port x", "--account 0", "--account x", "--live", "7"})
    void sandbox_withBadUsage_exitsWith64AndIsNotUp(String options) {
        Result result = shell.run(("sandbox " + options).split(" "));

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
    }

    private static java.net.http.HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
