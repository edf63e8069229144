package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.clearstreet.fuzz.Bounds;
import io.github.clearstreet.fuzz.Loopback;
import java.util.Arrays;
import java.util.Set;

class CommandLineFuzzTest {
    private static final Set<Integer> EXIT_CODES = Set.of(0, 2, 3, 4, 5, 64);

    /** Any arguments end with a documented exit code; 0 comes with something on standard output. One argument a line. */
    @FuzzTest(maxDuration = "10m")
    void run_ofAnyArguments_endsWithADocumentedExitCode(FuzzedDataProvider data) {
        String[] arguments = data.consumeRemainingAsString().split("\n", -1);
        if (Arrays.stream(arguments).anyMatch(CommandLineFuzzTest::isLeftOut)) {
            return;
        }
        Loopback.allow();
        try (Shell shell = new Shell()) {
            Shell.Result result = Bounds.check(String.join("", arguments).length(), () -> shell.run(arguments));

            assertThat(EXIT_CODES).contains(result.exitCode());
            assertThat(result.exitCode() == 0 && result.out().isBlank()).isFalse();
        }
    }

    /** Made-up arguments shall start no server that stays, reach no other machine, and write no file. */
    private static boolean isLeftOut(String argument) {
        return argument.equals("sandbox")
                || argument.equals("doctor")
                || argument.startsWith("--base-url")
                || argument.startsWith("--live")
                || argument.startsWith("--report")
                || argument.contains("file")
                || argument.startsWith("@");
    }
}
