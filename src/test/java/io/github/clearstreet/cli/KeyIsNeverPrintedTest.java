package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.util.List;
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
        for (String command : List.of("close-positions", "positions", "preview", "flatten", "flatten --yes")) {
            for (OutputFormat format : OutputFormat.values()) {
                shell.sandbox().nextCall(fault);
                String[] args = (command + " --account 19816 --output " + format + " --base-url "
                                + shell.sandbox().baseUrl())
                        .split(" ");
                assertHidden(shell.run(args));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close-positions --account 1 --api-key=",
                "close-positions --account 1 --key ",
                "close-positions --account 1 ",
                "close-positions --account 1 --base-url=https://user:",
                "close-positions --account 1 --base-url=:",
                "positions --account 1 --key=",
                "preview --account 1 ",
                "flatten --account 1 --yes ",
                "flatten --account 1 --deadline "
            })
    void run_whenTheKeyIsPassedAsAnArgument_doesNotRepeatIt(String command) {
        Result result = shell.run((command + Shell.KEY).split(" "));

        assertThat(result.exitCode()).isEqualTo(64);
        assertHidden(result);
    }

    private static void assertHidden(Result result) {
        assertThat(result.out() + result.err()).isNotEmpty().doesNotContain("some-secret");
    }
}
