package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyIsNeverPrintedTest {
    @AutoClose
    private final Shell shell = new Shell();

    static Stream<Fault> faultsThatRepeatTheKey() {
        String message = "The key " + Shell.KEY + " is not good.";
        return Stream.of(
                Fault.error(403, message),
                Fault.flatError(403, message),
                Fault.error(500, message),
                Fault.html(502, message),
                Fault.answers(SandboxResponse.json(200, message)));
    }

    @ParameterizedTest
    @MethodSource("faultsThatRepeatTheKey")
    void run_whenTheServerRepeatsTheKey_doesNotPrintIt(Fault fault) {
        for (OutputFormat format : OutputFormat.values()) {
            shell.sandbox().nextCall(fault);
            assertHidden(shell.closePositions("--output", format.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--api-key=", "--key ", "", "--base-url=https://user:", "--base-url=:"})
    void run_whenTheKeyIsPassedAsAnArgument_doesNotRepeatIt(String option) {
        String[] args = ("close-positions --account 1 " + option + Shell.KEY).split(" ");

        Result result = shell.run(args);

        assertThat(result.exitCode()).isEqualTo(64);
        assertHidden(result);
    }

    private static void assertHidden(Result result) {
        assertThat(result.out() + result.err()).isNotEmpty().doesNotContain("some-secret");
    }
}
