package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;

class CommandLineFuzzTest {
    private static final Set<Integer> EXIT_CODES = Set.of(0, 2, 3, 4, 5, 64);

    /** Commands that stay, look around, or write files are not for made-up arguments. */
    private static final Set<String> LEFT_OUT = Set.of("sandbox", "doctor");

    /** Any arguments end with a documented exit code; 0 comes with something on standard output. One argument a line. */
    @FuzzTest(maxDuration = "10m")
    void run_ofAnyArguments_endsWithADocumentedExitCode(FuzzedDataProvider data) {
        String[] arguments = data.consumeRemainingAsString().split("\n", -1);
        if (List.of(arguments).stream().anyMatch(CommandLineFuzzTest::isLeftOut)) {
            return;
        }
        StringWriter out = new StringWriter();
        CommandContext context = new CommandContext(
                variable -> null,
                Sandbox::start,
                ClearStreet::builder,
                CloseOut::of,
                Terminal.NONE,
                new PrintWriter(out),
                new PrintWriter(new StringWriter()));

        int exitCode = CommandLineInterface.run(context, arguments);

        assertThat(EXIT_CODES).contains(exitCode);
        assertThat(exitCode == 0 && out.toString().isBlank()).isFalse();
    }

    private static boolean isLeftOut(String argument) {
        return LEFT_OUT.contains(argument)
                || argument.startsWith("--base-url")
                || argument.startsWith("--live")
                || argument.startsWith("--yes")
                || argument.startsWith("--report")
                || argument.contains("file")
                || argument.startsWith("@");
    }
}
