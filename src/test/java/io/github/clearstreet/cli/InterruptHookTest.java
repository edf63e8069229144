package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command line as a process, because a signal concerns a process. */
class InterruptHookTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** In the time of the process: the system's. */
    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().apiKey(Shell.KEY).start();

    @TempDir
    private Path journal;

    private final Gate gate = new Gate();

    private record Ended(int exitCode, String out, String err) {}

    @Test
    void main_whenStoppedWhileTheServerIsSilent_exitsWith4AndPrintsTheOutcome() throws Exception {
        sandbox.account(19816).position("GOOG", "25");
        sandbox.nextCall("close_positions", Fault.held(gate));

        Ended ended = stopInTheHold("close-positions", "--yes");

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains("look at orders and positions before sending again");
        assertThat(closes()).isEqualTo(1);
    }

    @Test
    void main_whenAReadIsStopped_saysThatNothingWasChanged() throws Exception {
        sandbox.nextCall(Fault.held(gate));

        Ended ended = stopInTheHold("positions");

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err().lines()).singleElement().asString().contains("Nothing was changed");
    }

    @Test
    void flatten_whenStoppedBeforeAnythingIsSent_exitsWith3AndPrintsTheReport() throws Exception {
        sandbox.account(19816).position("GOOG", "25");
        sandbox.nextCall("get_orders", Fault.held(gate));

        Ended ended = stopInTheHold("flatten", "--yes", "--method", "BROKER");

        assertThat(ended.out()).contains("Account 19816 is NOT FLAT: CANCELLED");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(closes()).isZero();
    }

    @Test
    void flatten_whenStoppedDuringTheClose_exitsWith4AndReportsItAsUnresolved() throws Exception {
        sandbox.account(19816).position("GOOG", "25");
        sandbox.nextCall("close_positions", Fault.held(gate));

        Ended ended = stopInTheHold("flatten", "--yes", "--method", "BROKER");

        assertThat(ended.out())
                .contains("Account 19816 is NOT FLAT: CANCELLED", "UNRESOLVED: close_positions sent at ");
        assertThat(ended.err()).contains("OUTCOME_UNKNOWN");
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(closes()).isEqualTo(1);
    }

    @Test
    void flatten_whenStoppedWhileItsOrdersAreOpen_exitsWith5AndListsThem() throws Exception {
        sandbox.account(19816).position("GOOG", "25");
        sandbox.nextCall(
                request -> request.operationId().filter("get_orders"::equals).isPresent() && closes() == 1,
                Fault.held(gate));

        Ended ended = stopInTheHold("flatten", "--yes", "--method", "BROKER");

        String orderId = sandbox.account(19816).orders().get(0).id();
        assertThat(ended.out()).contains("Account 19816 is NOT FLAT: CANCELLED", "PENDING_NEW  " + orderId);
        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(closes()).isEqualTo(1);
    }

    private long closes() {
        return sandbox.requests().stream()
                .map(SandboxRequest::method)
                .filter("DELETE"::equals)
                .count();
    }

    /** Sends the signal of Ctrl-C, as far as a JVM can tell, as soon as a request of the process is held. */
    private Ended stopInTheHold(String command, String... options) throws Exception {
        Process process = start(command, options);
        try {
            gate.awaitArrival(LIMIT);
            process.toHandle().destroy();
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), text(process.getInputStream()), text(process.getErrorStream()));
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String command, String... options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command,
                "--account",
                "19816",
                "--base-url",
                sandbox.baseUrl().toString());
        builder.command().addAll(List.of(options));
        builder.environment().put("CLEAR_STREET_API_KEY", Shell.KEY);
        builder.environment().put("CLEAR_STREET_JOURNAL", journal.toString());
        return builder.start();
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
