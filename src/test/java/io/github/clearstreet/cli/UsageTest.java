package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    @AutoClose
    private final Shell shell = new Shell();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                                                          | Missing command: one of positions, preview, flatten, close-positions, attempts, reconcile, sandbox
            close-position                                              | An argument is not understood (it is not repeated here); did you mean close-positions? (see
            flaten                                                      | did you mean flatten?
            preveiw --account 1                                         | did you mean preview?
            some-id.some-secret                                         | An argument is not understood (it is not repeated here) (see clearstreet --help)
            --account 1 flatten                                         | Unknown option: --account; options come after the command
            flatten --account 1 --sandbox --ys                          | Unknown option: --ys; did you mean --yes?
            flatten --account 1 --sandbox --dead-line 2m                | did you mean --deadline?
            flatten --account 1 --sandbox --xyzzy                       | Unknown option: --xyzzy (see
            close-positions                                             | Missing required option: '--account=N'
            close-positions --account                                   | '--account'
            close-positions --account all                               | Invalid value for option '--account': write a whole number
            close-positions --account 99999999999999999999 --sandbox    | '--account': write a whole number (this is none, or too large)
            close-positions --account --sandbox                         | Expected parameter for option '--account' (see clearstreet close-positions --help)
            close-positions --account 0 --sandbox                       | --account must be a positive number, but is 0
            close-positions --account 1 --account 2 --sandbox           | should be specified only once
            close-positions --account 1 --sandbox --output xml          | Invalid value for option '--output': write one of table, json
            close-positions --account 1 --sandbox --cancel              | Unknown option: --cancel; did you mean --cancel-orders?
            close-positions --account 1 --sandbox --cancel-orders --keep-orders | mutually exclusive
            close-positions --account 1 --sandbox --base-url http://localhost   | mutually exclusive
            close-positions --account 1 --base-url localhost:8080       | must be absolute
            close-positions --account 1 --base-url http://[             | cannot be read as a URL
            close-positions --account 1 --base-url http://192.0.2.1 --live      | must be https
            positions                                                   | Missing required option: '--account=N'
            positions --account 0 --sandbox                             | --account must be a positive number
            positions --account 1 --sandbox --yes                       | Unknown option: --yes
            preview --account=-1 --sandbox                              | --account must be a positive number
            preview --account 1 --sandbox --keep-orders                 | Unknown option: --keep-orders
            flatten --yes                                               | Missing required option: '--account=N'
            flatten --account 0 --sandbox --yes                         | --account must be a positive number
            flatten --account 1 --sandbox --yes --cancel-orders         | Unknown option: --cancel-orders
            flatten --account 1 --sandbox --yes --max-rounds 0          | --max-rounds must be one or more, but is 0
            flatten --account 1 --sandbox --max-rounds=-1               | --max-rounds must be one or more, but is -1
            flatten --account 1 --sandbox --max-rounds many             | Invalid value for option '--max-rounds': write a whole number
            flatten --account 1 --sandbox --quiet=no                    | Invalid value for option '--quiet': it takes no value
            flatten --account 1 --sandbox -kx                           | Unknown option: -k
            flatten --account 1 --sandbox --yes --deadline 120          | '--deadline': write a whole number and its unit, for example 90s, 2m or 1h
            flatten --account 1 --sandbox --yes --deadline PT2M         | '--deadline': write a whole number and its unit
            flatten --account 1 --sandbox --yes --deadline 1.5h         | '--deadline': write a whole number and its unit
            flatten --account 1 --sandbox --yes --deadline=-2m          | '--deadline': write a whole number and its unit
            flatten --account 1 --sandbox --yes --deadline 9999999h     | '--deadline': write a whole number and its unit
            flatten --account 1 --sandbox --yes --deadline 14s          | '--deadline': it must be 15s or more
            flatten --account 1 --sandbox --deadline 0m                 | '--deadline': it must be 15s or more
            """)
    void run_withBadUsage_exitsWith64AndSaysInOneLineWhatIsWrong(String command, String message) {
        Result result = shell.run(command.isEmpty() ? new String[0] : command.split(" "));

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).singleElement().asString().contains(message);
        assertThat(shell.sandbox().requests()).isEmpty();
    }

    @Test
    void run_withAnAccountThatCannotBe_exitsWith64BeforeAnythingIsSent() {
        Result result = shell.run(
                "close-positions",
                "--account=-1",
                "--base-url",
                shell.sandbox().baseUrl().toString());

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err()).contains("positive number");
        assertThat(shell.sandbox().requests()).isEmpty();
    }

    @Test
    void run_withoutAKey_exitsWith64AndNamesTheVariable() {
        Result result = shell.unset("CLEAR_STREET_API_KEY").closePositions();

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err()).contains("CLEAR_STREET_API_KEY");
        assertThat(shell.sandbox().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 'CLEAR_STREET_BASE_URL is empty'", "'a b', 'CLEAR_STREET_BASE_URL cannot be read as a URL'"})
    void run_withAnAddressThatIsNone_exitsWith64AndNamesWhereItCameFrom(String address, String message) {
        Result result = shell.set("CLEAR_STREET_BASE_URL", address).run("positions", "--account", "1");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "--help, Usage: clearstreet",
        "close-positions --help, 4    outcome unknown",
        "positions --help, Changes nothing.",
        "preview --help, Changes nothing.",
        "close-positions --help, '0    accepted: the closing orders, if any, may not be filled'",
        "flatten --help, '3    nothing was changed: no connection, a guard, Ctrl-C or the'",
        "flatten --help, '5    not flat, or not known to be flat: the report says'",
        "--version, clearstreet-client"
    })
    void run_whenAskedForHelp_exitsWith0AndPrintsIt(String command, String text) {
        Result result = shell.run(command.split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains(text);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void run_whenTheCommandItselfFails_exitsWith4BecauseTheRequestMayHaveLeft() {
        Result result = shell.run(
                () -> {
                    throw new UnsupportedOperationException("a \u001b[2Jbug");
                },
                "close-positions",
                "--account",
                "1",
                "--sandbox");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("a ?[2Jbug", "look at orders and positions before you send anything again");
    }
}
