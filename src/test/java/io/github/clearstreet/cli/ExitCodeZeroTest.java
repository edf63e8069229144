package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script reads 0 as "done": whatever keeps a command from its work must end in another code. */
class ExitCodeZeroTest {
    @AutoClose
    private final Shell shell = new Shell();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flatten --account 19816 --yes -V",
                "flatten --account 19816 --yes --version",
                "flatten --account 19816 --yes --help",
                "flatten --account 19816 --yes -h",
                "flatten --yes --help",
                "flatten --help --account 19816 --yes",
                "flatten --help --help",
                "flatten -hV",
                "flatten --version",
                "flatten --help=true --account 19816 --yes",
                "--version flatten --account 19816 --yes",
                "--help flatten --account 19816 --yes",
                "-h flatten --account 19816 --yes",
                "-V flatten",
                "-hV",
                "--help --version",
                "--help=false",
                "--version=true",
                "flatten --account 19816 --yes=false",
                "flatten --account 19816 --yes=true",
                "flatten --account 19816 --yes=",
                "flatten --account 19816 --yes=no",
                "flatten --account 19816 --yes --keep-orders=false",
                "flatten --account 19816 --yes --quiet=true",
                "flatten --account 19816 --yes --live=false",
                "flatten --account 19816 --yes --yes",
                "flatten --account 19816 --account 19816 --yes --yes",
                "flatten --account= --yes",
                "flatten --account 19816 --ye",
                "flatten --account 19816 -yes",
                "flatten --account 19816 /yes",
                "flatten --account 19816 -- --yes",
                "flatten --account 19816 --yes --help=nothing",
                "flatten @arguments",
                "@arguments",
                "-- flatten --account 19816 --yes",
                "help flatten --account 19816 --yes",
                "version",
                "FLATTEN --account 19816 --yes",
                "flat --account 19816 --yes",
                "flatten close-positions --account 19816 --yes",
                "positions --account 19816 flatten --account 19816 --yes",
                "positions --account 19816 --version",
                "preview --account 19816 -V",
                "close-positions --account 19816 --version",
                "close-positions --account 19816 --help",
                "close-positions --account 19816 --cancel-orders=false",
                "close-positions --account 19816 --sandbox=false"
            })
    void run_whenAnythingStandsInTheWayOfTheWork_exitsWith64AndSendsNothing(String command) {
        shell.account().position("GOOG", "25");
        shell.set("CLEAR_STREET_BASE_URL", shell.sandbox().baseUrl().toString());

        Result result = shell.run(command.split(" "));

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        assertThat(shell.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "19816 ", "1.9816e4", "0x4D68"})
    void flatten_whenTheAccountIsNoNumber_exitsWith64AndSendsNothing(String account) {
        Result result = shell.set(
                        "CLEAR_STREET_BASE_URL", shell.sandbox().baseUrl().toString())
                .run("flatten", "--yes", "--account", account);

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(shell.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLEAR_STREET_API_KEY", "CLEAR_STREET_BASE_URL"})
    void flatten_whenAVariableIsEmpty_exitsWith64AndSendsNothing(String variable) {
        Result result = shell.set(
                        "CLEAR_STREET_BASE_URL", shell.sandbox().baseUrl().toString())
                .set(variable, "")
                .run("flatten", "--account", "19816", "--yes");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(shell.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flatten --yes", "positions", "close-positions --yes"})
    void run_whenTheKeyIsWrong_exitsWith2(String command) {
        shell.set("CLEAR_STREET_API_KEY", "another.key");
        String[] words = command.split(" ");

        Result result = shell.onTheAccount(
                words[0], List.of(words).subList(1, words.length).toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            207 | {"data": [], "error": {"code": 207, "message": "1 of 1 refused"}, "metadata": {"request_id": "r-1"}}
            200 | {"data": [], "error": {"code": 207, "message": "1 of 1 refused"}, "metadata": {"request_id": "r-1"}}
            207 | {"data": [], "metadata": {"request_id": "r-1"}}
            207 | {"data": [{"id": "1", "status": "NEW"}], "metadata": {"request_id": "r-1"}}
            200 | {"data": [{"id": "1", "status": "NEW"}], "error": "partly", "metadata": {"request_id": "r-1"}}
            200 | {"data": [{"id": "1", "status": "REJECTED"}], "metadata": {"request_id": "r-1"}}
            200 | {"data": [{"id": "1", "status": "NEW"}, {"id": "2", "status": "CANCELED"}], "metadata": {"request_id": "r-1"}}
            200 | {"data": [null], "metadata": {"request_id": "r-1"}}
            200 | {"data": [{"id": "1", "status": "NEW"}, 7], "metadata": {"request_id": "r-1"}}
            200 | {"data": null}
            200 | {}
            204 | {"data": []}
            """)
    void closePositions_whenTheResponseDoesNotSayThatAllIsDone_exitsWith4(int status, String body) {
        shell.account();
        shell.sandbox().nextCall("close_positions", Fault.answers(SandboxResponse.json(status, body)));

        assertThat(shell.closePositions().exitCode()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[{\"symbol\": \"GOOG\"}, []]"})
    void positions_whenARowCannotBeRead_exitsWith4(String rows) {
        shell.sandbox()
                .nextCall(
                        "get_positions",
                        Fault.answers(SandboxResponse.json(
                                200, "{\"data\": " + rows + ", \"metadata\": {\"request_id\": \"r-1\"}}")));

        assertThat(shell.positions().exitCode()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flatten --account 19816 --yes", "positions --account 19816", "--help", "--version"})
    void run_whenItsOutputCannotBeWritten_exitsWith4(String command) {
        shell.account();
        shell.set("CLEAR_STREET_BASE_URL", shell.sandbox().baseUrl().toString());
        StringWriter err = new StringWriter();

        int exitCode = CommandLineInterface.run(
                shell.context(() -> shell.sandbox(), new PrintWriter(new FullDisk()), new PrintWriter(err)),
                command.split(" "));

        assertThat(exitCode).isEqualTo(4);
        assertThat(err.toString()).contains("the output could not be written");
    }

    @Test
    void run_whenTheCommandBreaksWithAnError_exitsWith4() {
        Result result = shell.run(
                () -> {
                    throw new StackOverflowError("too deep");
                },
                "flatten",
                "--account",
                "1",
                "--sandbox",
                "--yes");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("too deep", "look at orders and positions");
    }

    private static final class FullDisk extends Writer {
        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
