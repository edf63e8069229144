package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that only read fail with the same exit codes as a close, and say that nothing was changed. */
class FailedReadTest {
    @AutoClose
    private final Shell shell = new Shell();

    @ParameterizedTest
    @ValueSource(strings = {"positions", "preview", "flatten"})
    void run_whenTheReadIsRejected_exitsWith2(String command) {
        shell.account().ownedBySomebodyElse();

        Result result = shell.onTheAccount(command);

        assertFailed(result, 2, "403");
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"positions", "preview", "flatten"})
    void run_whenNothingListens_exitsWith3(String command) {
        shell.sandbox().close();

        Result result = shell.onTheAccount(command, "--output", "json");

        assertFailed(result, 3, "was not sent");
        assertThat(result.out())
                .startsWith("{\"outcome\":\"NOT_SENT\",\"account_id\":19816,\"message\":\"")
                .endsWith("\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"positions", "preview", "flatten"})
    void run_whenTheServerBreaks_exitsWith4(String command) {
        shell.sandbox().nextCall(Fault.error(500, "Broken."));

        Result result = shell.onTheAccount(command, "--output", "json");

        assertFailed(result, 4, "500");
        assertThat(result.out()).startsWith("{\"outcome\":\"UNKNOWN\",\"account_id\":19816,\"status\":500,");
    }

    private static void assertFailed(Result result, int exitCode, String reason) {
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.err().lines()).singleElement().asString().contains(reason, "Nothing was changed");
    }
}
