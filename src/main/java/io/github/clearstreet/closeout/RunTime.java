package io.github.clearstreet.closeout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time of one run: what is left of it, and every wait in it. */
final class RunTime {
    private final Clock clock;
    private final Pause pause;
    private final Instant startedAt;
    private final @Nullable Instant endsAt;
    private final Duration callDeadline;

    private RunTime(Settings settings, Instant startedAt, @Nullable Instant endsAt) {
        this.clock = settings.clock();
        this.pause = settings.pause();
        this.startedAt = startedAt;
        this.endsAt = endsAt;
        this.callDeadline = settings.callDeadline();
    }

    static RunTime until(Settings settings, Duration deadline) {
        Instant now = settings.clock().instant();
        return new RunTime(settings, now, now.plus(deadline));
    }

    /** For a few reads, which end by themselves: by their own deadlines and, after an interrupt, at once. */
    static RunTime endless(Settings settings) {
        return new RunTime(settings, settings.clock().instant(), null);
    }

    Instant now() {
        return clock.instant();
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isBefore(Instant time) {
        return now().isBefore(time);
    }

    /** Gives this much, or what is left of the run if that is less. Without an end nothing takes longer than a call. */
    Duration atMost(Duration length) {
        Duration left = endsAt == null ? callDeadline : Duration.between(now(), endsAt);
        return length.compareTo(left) < 0 ? length : left;
    }

    /** Throws if the run has to end here. */
    void check() {
        if (endsAt == null) {
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new RunEnded(
                    StopReason.CANCELLED, "The caller ended the run. Orders that are listed as open stay open.");
        }
        if (!isBefore(endsAt)) {
            throw new RunEnded(
                    StopReason.DEADLINE,
                    "The deadline is over. Orders that are listed as open stay open; flatten again to go on.");
        }
    }

    /** Waits, but not beyond the end of the run. */
    void pause(Duration length) {
        check();
        Duration wait = atMost(length);
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
