package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.sandbox.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run waits no longer than its deadline, and ends there. */
class RunTimeTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualClock clock = VirtualClock.at(VirtualDesk.START);
    private final List<Duration> pauses = new ArrayList<>();
    private final Settings settings = new Settings(
            clock, this::pause, Runnable::run, SECOND, SECOND, SECOND.multipliedBy(10), SECOND, SECOND, null, 1, 1);

    @Test
    void atMost_isWhatIsLeftOfTheRun() {
        RunTime time = RunTime.until(settings, SECOND.multipliedBy(5));

        assertThat(time.atMost(SECOND)).isEqualTo(SECOND);
        assertThat(time.atMost(SECOND.multipliedBy(6))).isEqualTo(SECOND.multipliedBy(5));
        assertThat(RunTime.endless(settings).atMost(SECOND.multipliedBy(11))).isEqualTo(SECOND.multipliedBy(10));
    }

    @Test
    void pause_upToTheDeadline_endsTheRunThere() {
        RunTime time = RunTime.until(settings, SECOND);

        RunEnded end = catchThrowableOfType(RunEnded.class, () -> time.pause(SECOND.multipliedBy(2)));

        assertThat(end.reason()).isEqualTo(StopReason.DEADLINE);
        assertThat(pauses).containsExactly(SECOND);
    }

    @Test
    void pause_ofARunThatIsInterrupted_doesNotWait() {
        RunTime time = RunTime.until(settings, SECOND);
        Thread.currentThread().interrupt();

        RunEnded end = catchThrowableOfType(RunEnded.class, () -> time.pause(SECOND));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(end.reason()).isEqualTo(StopReason.CANCELLED);
        assertThat(pauses).isEmpty();
    }

    @Test
    void pause_withinTheRun_goesOn() {
        RunTime.until(settings, SECOND.multipliedBy(2)).pause(SECOND);

        assertThat(pauses).containsExactly(SECOND);
    }

    private void pause(Duration length) {
        pauses.add(length);
        clock.advance(length);
    }
}
