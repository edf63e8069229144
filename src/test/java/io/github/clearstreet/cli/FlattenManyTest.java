package io.github.clearstreet.cli;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several accounts in one run, and the page about it. */
class FlattenManyTest {
    private static final OrderBehaviour FILLS = OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(1)));

    @AutoClose
    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @Test
    void flatten_ofSeveralAccounts_reportsEachAndExitsWith0WhenAllAreFlat() throws IOException {
        held(19816);
        held(7);
        Path file = Files.writeString(folder.resolve("accounts"), "\ufeff# desk one\r\n7  # the second\r\n\r\n");

        Result result = shell.flatten("--accounts-file", file.toString(), "--yes", "--quiet");

        assertThat(result.out()).contains("Account 19816 is flat", "Account 7 is flat");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void flatten_whenOneOfSeveralIsNotFlat_doesNotExitWith0() {
        held(19816);
        shell.sandbox().account(7).position("GOOG", "25").behaviour(OrderBehaviour.rests());

        Result result = shell.flatten("--account", "7", "--yes", "--quiet", "--deadline", "1m");

        assertThat(result.exitCode()).isEqualTo(5);
    }

    @Test
    void flatten_ofSeveralAccountsWithoutYes_exitsWith64AndSendsNothing() {
        assertThat(shell.flatten("--account", "7").exitCode()).isEqualTo(64);
        assertThat(shell.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nobody\n", "seven\n", "7\n7\n", "0\n", "19816\n"})
    void flatten_whenTheFileIsNoListOfAccounts_exitsWith64AndSendsNothing(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("accounts"), text);

        Result result = shell.flatten("--accounts-file", file.toString(), "--yes");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void flatten_withAReport_writesOnePageWithAChartOfEachPosition() throws IOException {
        held(19816);
        Path page = folder.resolve("run.html");

        Result result = shell.flatten("--yes", "--quiet", "--report", page.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(Files.readString(page))
                .startsWith("<!doctype html>")
                .contains(
                        "Account 19816 is flat", "<svg", "Position of GOOG over time", ">close<", "<circle", "Timeline")
                .doesNotContain("<script", "http-equiv=\"refresh\"", " src=", "NaN");
    }

    @Test
    void flatten_whenTheReportCannotBeWritten_exitsWith64BeforeAnythingIsSent() {
        Result result = shell.flatten(
                "--yes", "--report", folder.resolve("no/such/run.html").toString());

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void text_ofTheServer_isNoMarkup() {
        assertThat(HtmlReport.text("<img src=x onerror='a'>\u001b&\""))
                .isEqualTo("&lt;img src=x onerror=&#39;a&#39;&gt;?&amp;&quot;");
    }

    private void held(long account) {
        shell.sandbox().account(account).position("GOOG", "25").behaviour(FILLS);
    }
}
