package io.github.clearstreet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.Sandbox;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody sees in a thread dump of a call that waits. */
@Timeout(60)
class WaitingFramesTest {
    /** The client's own and Feign's: 14 were measured, none of them of Feign, which only makes the request. */
    private static final int CEILING = 16;

    @Test
    void blockingCall_whileItWaits_hasFewFramesOfTheClientAndFeign() throws InterruptedException {
        try (Sandbox sandbox = Sandbox.start();
                ClearStreet client = ClearStreet.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl())
                        .build()) {
            sandbox.account(19816).position("GOOG", "25");
            Gate gate = new Gate();
            sandbox.nextCall(Fault.held(gate));
            Thread caller = new Thread(() -> client.positions().closePositions(19816));
            caller.start();
            gate.awaitArrival(Duration.ofSeconds(20));
            while (caller.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }

            List<StackTraceElement> frames = Arrays.stream(caller.getStackTrace())
                    .filter(frame -> frame.getClassName().matches("(io\\.github\\.clearstreet|feign|jdk\\.proxy)\\b.*"))
                    .filter(frame -> !frame.getClassName().contains("WaitingFramesTest"))
                    .toList();
            gate.release();
            caller.join();

            assertThat(frames).hasSizeBetween(5, CEILING);
        }
    }
}
