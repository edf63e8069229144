package io.github.clearstreet;

import java.time.Duration;
import java.util.Optional;

/** The attempts of one read within its deadline. They follow one another, so no two threads use it at a time. */
final class Attempts {
    private static final Duration SHORTEST = Duration.ofNanos(1);

    private final ReadRetries retries;
    private final Duration deadline;
    private final long startNanos;
    private int ended;

    Attempts(ReadRetries retries, Duration deadline) {
        this.retries = retries;
        this.deadline = deadline;
        this.startNanos = retries.pauses().nanoTime();
    }

    /** What is left of the deadline, and never zero. */
    Duration remaining() {
        Duration remaining = deadline.minus(Duration.ofNanos(retries.pauses().nanoTime() - startNanos));
        return remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining;
    }

    /** How long to wait for the next attempt; empty if the failure is the end of the read. */
    Optional<Duration> pauseAfter(ClearStreetException failure) {
        ended++;
        if (ended >= retries.attempts() || !ReadRetries.mayPass(failure)) {
            return Optional.empty();
        }
        Duration backoff = retries.pauseAfter(ended);
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        Duration pause = asked.compareTo(backoff) > 0 ? asked : backoff;
        return pause.compareTo(remaining()) < 0 ? Optional.of(pause) : Optional.empty();
    }
}
