package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command with each thing in its way: none of them ends with 0, none sends anything. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryCommandTest {
    private static final List<String> COMMANDS = List.of(
            "flatten --account 19816 --yes",
            "close-positions --account 19816 --yes",
            "positions --account 19816",
            "preview --account 19816",
            "attempts --journal DIRECTORY",
            "reconcile --account 19816 --journal DIRECTORY",
            "sandbox --port 0");

    /** What no command knows, what belongs to the root alone, and what is no value. */
    private static final List<String> INTRUDERS = List.of(
            "-V",
            "--version",
            "-h",
            "--help",
            "-hV",
            "--help=true",
            "--version=false",
            "-",
            "extra",
            "''",
            "--no-such-option",
            "-x",
            "/help",
            "help",
            "@file",
            "--output nonsense",
            "--output",
            "--account",
            "--base-url not-a-url",
            "--yes=false",
            "--yes=true",
            "--Yes",
            "--help --help",
            "positions",
            "-?",
            "--dry-run=x");

    @AutoClose
    private final Shell shell = new Shell();

    @TempDir
    private Path directory;

    static Stream<Arguments> mishaps() {
        return COMMANDS.stream()
                .flatMap(command -> INTRUDERS.stream().map(intruder -> Arguments.of(command, intruder)));
    }

    @ParameterizedTest
    @MethodSource("mishaps")
    void run_whenSomethingElseIsThere_exitsWith64AndDoesNothing(String command, String intruder) {
        assertThat(refused(command + " " + intruder).out()).isEmpty();
    }

    static List<String> commands() {
        return COMMANDS;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void run_whenTheRootIsAskedForSomethingFirst_exitsWith64AndDoesNothing(String command) {
        for (String first : List.of("--version", "--help", "-V", "-h", "--", "--yes", "help")) {
            refused(first + " " + command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flatten --yes", "close-positions --yes", "positions", "preview"})
    void run_whenThereIsNoAccount_exitsWith64AndDoesNothing(String command) throws IOException {
        refused(command);
        refused(command + " --account ''");
        refused(command + " --account ,");
        if (command.startsWith("flatten") || command.startsWith("preview")) {
            Path file = directory.resolve("accounts");
            for (String content : List.of("", "\n\n", "# 19816\n", "19816 19817\n", "-\n", "\u200b\n", "\0")) {
                Files.writeString(file, content);
                refused(command + " --accounts-file " + file);
            }
            refused(command + " --accounts-file " + directory);
            refused(command + " --accounts-file " + directory.resolve("none"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flatten --account 19816 --yes",
                "close-positions --account 19816 --yes",
                "positions --account 19816",
                "preview --account 19816",
                "reconcile --account 19816 --journal DIRECTORY"
            })
    void run_whenThereIsNoUsableKeyOrAddress_exitsWith64AndDoesNothing(String command) {
        for (String variable : List.of("CLEAR_STREET_API_KEY", "CLEAR_STREET_BASE_URL")) {
            for (String value : List.of("", " ", "\u00e4", "\n")) {
                here();
                shell.set(variable, value);
                assertRefused(shell.run(words(command)), command);
            }
        }
    }

    private Result refused(String line) {
        here();
        Result result = shell.run(words(line));
        assertRefused(result, line);
        return result;
    }

    private void here() {
        shell.set("CLEAR_STREET_API_KEY", shell.sandbox().apiKey());
        shell.set("CLEAR_STREET_BASE_URL", shell.sandbox().baseUrl().toString());
        shell.account();
    }

    private void assertRefused(Result result, String line) {
        assertThat(result.exitCode())
                .as("%s: %s%s", line, result.out(), result.err())
                .isEqualTo(64);
        assertThat(shell.requests()).as(line).isEmpty();
    }

    private String[] words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.replace("DIRECTORY", directory.toString()).split(" ", -1)) {
            words.add(word.equals("''") ? "" : word);
        }
        return words.toArray(String[]::new);
    }
}
