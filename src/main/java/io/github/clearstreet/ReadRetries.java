package io.github.clearstreet;

import io.github.clearstreet.internal.http.TransportException;
import io.github.clearstreet.internal.http.TransportException.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When a read is tried again, and after which pause: exponential backoff with full jitter, which is a random time between
 * zero and a bound that doubles.
 *
 * @param attempts how many there may be in all
 * @param random must be thread-safe
 */
record ReadRetries(int attempts, RandomGenerator random, Pauses pauses) {
    static final int DEFAULT_ATTEMPTS = 4;

    private static final Duration FIRST_BOUND = Duration.ofMillis(250);
    private static final Duration LAST_BOUND = Duration.ofSeconds(8);
    private static final Set<Integer> STATUSES = Set.of(408, 429, 502, 503, 504);
    private static final Set<Reason> REASONS =
            Set.of(Reason.CONNECT_FAILED, Reason.CONNECT_TIMEOUT, Reason.DROPPED, Reason.TRUNCATED);

    /** The same with another number of attempts. */
    ReadRetries upTo(int otherAttempts) {
        return new ReadRetries(otherAttempts, random, pauses);
    }

    /** Begins the attempts of one read. */
    Attempts begin(Duration deadline) {
        return new Attempts(this, deadline);
    }

    /** True if another attempt may end better. */
    static boolean mayPass(ClearStreetException failure) {
        return failure.getCause() instanceof TransportException transport
                ? REASONS.contains(transport.reason())
                : failure.status().isPresent()
                        && STATUSES.contains(failure.status().getAsInt());
    }

    /** The pause after an attempt, counted from 1, unless the server asks for a longer one. */
    Duration pauseAfter(int attempt) {
        Duration bound = FIRST_BOUND;
        for (int i = 1; i < attempt && bound.compareTo(LAST_BOUND) < 0; i++) {
            bound = bound.multipliedBy(2);
        }
        return Duration.ofNanos(random.nextLong(bound.toNanos() + 1));
    }
}
