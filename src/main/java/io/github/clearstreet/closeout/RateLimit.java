package io.github.clearstreet.closeout;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets so many requests a second through, for all runs together: as many at once as fit a second, then evenly.
 * Thread-safe.
 */
final class RateLimit {
    private static final Duration BURST = Duration.ofSeconds(1);

    private final MonotonicTime time;
    private final Duration interval;
    private Instant paidUntil = Instant.MIN;

    RateLimit(MonotonicTime time, int requestsPerSecond) {
        this.time = time;
        this.interval = Duration.ofSeconds(1).dividedBy(requestsPerSecond);
    }

    /** Takes the next place and returns how long it is until then: zero or more. */
    synchronized Duration reserve() {
        Instant now = time.now();
        Instant from = paidUntil.isAfter(now) ? paidUntil : now;
        paidUntil = from.plus(interval);
        Instant start = paidUntil.minus(BURST);
        return start.isAfter(now) ? Duration.between(now, start) : Duration.ZERO;
    }
}
