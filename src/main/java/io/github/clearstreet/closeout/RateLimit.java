package io.github.clearstreet.closeout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets so many requests a second through, for all runs together: as many at once as fit a second, then evenly. After the
 * server asked to wait, nobody gets through before that. Thread-safe.
 */
final class RateLimit {
    private static final Duration BURST = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration interval;
    private Instant paidUntil = Instant.MIN;
    private Instant closedUntil = Instant.MIN;

    RateLimit(Clock clock, int requestsPerSecond) {
        this.clock = clock;
        this.interval = Duration.ofSeconds(1).dividedBy(requestsPerSecond);
    }

    /** Takes the next place and returns how long it is until then: zero or more. */
    synchronized Duration reserve() {
        Instant now = clock.instant();
        Instant from = paidUntil.isAfter(now) ? paidUntil : now;
        paidUntil = from.plus(interval);
        Instant start = latest(now, closedUntil, paidUntil.minus(BURST));
        return Duration.between(now, start);
    }

    /** Lets nobody through before this time. */
    synchronized void closeUntil(Instant time) {
        closedUntil = closedUntil.isAfter(time) ? closedUntil : time;
    }

    private static Instant latest(Instant first, Instant second, Instant third) {
        Instant latest = first.isAfter(second) ? first : second;
        return latest.isAfter(third) ? latest : third;
    }
}
