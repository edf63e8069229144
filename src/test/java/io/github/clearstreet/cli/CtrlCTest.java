package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Hold;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runs the command line as a process, because a signal concerns a process. */
class CtrlCTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @AutoClose
    private final Shell shell = new Shell();

    @Test
    void main_whenStoppedWhileTheServerIsSilent_exitsWith4AndPrintsTheOutcome() throws Exception {
        Hold hold = new Hold();
        shell.sandbox().nextCall(Fault.held(hold));
        Process process = start(
                "close-positions",
                "--account",
                "19816",
                "--base-url",
                shell.sandbox().baseUrl().toString());
        try {
            hold.awaitArrival(LIMIT);

            process.toHandle().destroy(); // the same as Ctrl-C to a JVM

            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(4);
            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                    .singleElement()
                    .asString()
                    .contains("look at orders and positions before sending again");
            assertThat(shell.sandbox().requests()).hasSize(1);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String... args) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.command().addAll(List.of(args));
        builder.environment().put("CLEAR_STREET_API_KEY", Shell.KEY);
        return builder.start();
    }
}
