package io.github.clearstreet.closeout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time of one run: what is left of it, and every wait in it. */
final class RunTime {
    private final Clock clock;
    private final Pause pause;
    private final Instant startedAt;
    private final Instant endsAt;

    RunTime(Settings settings, Duration deadline) {
        this.clock = settings.clock();
        this.pause = settings.pause();
        this.startedAt = clock.instant();
        this.endsAt = startedAt.plus(deadline);
    }

    Instant now() {
        return clock.instant();
    }

    Instant startedAt() {
        return startedAt;
    }

    Duration left() {
        return Duration.between(now(), endsAt);
    }

    boolean isBefore(Instant time) {
        return now().isBefore(time);
    }

    /** Throws if the run has to end here. */
    void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new RunEnded(StopReason.CANCELLED);
        }
        if (!isBefore(endsAt)) {
            throw new RunEnded(StopReason.DEADLINE);
        }
    }

    /** Waits, but not beyond the end of the run. */
    void pause(Duration length) {
        check();
        Duration left = left();
        Duration wait = length.compareTo(left) < 0 ? length : left;
        try {
            if (!wait.isNegative() && !wait.isZero()) {
                pause.pause(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        check();
    }
}
