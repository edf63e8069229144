package io.github.clearstreet.internal.http;

import io.github.clearstreet.internal.http.TransportException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a read is tried again, and after which pause: exponential backoff with full jitter, which is a random time between
 * zero and a bound that doubles.
 *
 * @param attempts how many there may be in all
 * @param random must be thread-safe
 */
public record RetryPolicy(int attempts, RandomGenerator random, Sleeper sleeper) {
    public static final int DEFAULT_ATTEMPTS = 4;

    private static final Duration FIRST_BOUND = Duration.ofMillis(250);
    private static final Duration LAST_BOUND = Duration.ofSeconds(8);
    private static final Duration SHORTEST = Duration.ofNanos(1);
    private static final Set<Integer> STATUSES = Set.of(408, 429, 502, 503, 504);
    private static final Set<Reason> REASONS =
            Set.of(Reason.CONNECT_FAILED, Reason.CONNECT_TIMEOUT, Reason.DROPPED, Reason.TRUNCATED);

    /** Begins the attempts of one call within its deadline. */
    public Attempts begin(int mostAttempts, Duration deadline) {
        return new Attempts(mostAttempts, deadline);
    }

    private static boolean mayPass(@Nullable Throwable cause, OptionalInt status) {
        return cause instanceof TransportException transport
                ? REASONS.contains(transport.reason())
                : status.isPresent() && STATUSES.contains(status.getAsInt());
    }

    private Duration backoff(int attempt) {
        Duration bound = FIRST_BOUND;
        for (int i = 1; i < attempt && bound.compareTo(LAST_BOUND) < 0; i++) {
            bound = bound.multipliedBy(2);
        }
        return Duration.ofNanos(random.nextLong(bound.toNanos() + 1));
    }

    /** The attempts of one call. They follow one another, so no two threads use it at a time. */
    public final class Attempts {
        private final int most;
        private final Duration deadline;
        private final long startNanos = sleeper.nanoTime();
        private int ended;

        private Attempts(int most, Duration deadline) {
            this.most = most;
            this.deadline = deadline;
        }

        /** The number of the next attempt, counted from 1. */
        public int next() {
            return ended + 1;
        }

        /** What is left of the deadline, and never zero. */
        public Duration remaining() {
            if (ended == 0) {
                return deadline;
            }
            Duration remaining = deadline.minus(Duration.ofNanos(sleeper.nanoTime() - startNanos));
            return remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining;
        }

        /**
         * How long to wait for the next attempt; empty if this failure is the end of the call.
         *
         * @param cause what failed below the outcome, if that is known
         * @param asked what the server asked to wait
         */
        public Optional<Duration> pauseAfter(@Nullable Throwable cause, OptionalInt status, Optional<Duration> asked) {
            ended++;
            if (ended >= most || !mayPass(cause, status)) {
                return Optional.empty();
            }
            Duration backoff = backoff(ended);
            Duration wait = asked.orElse(Duration.ZERO);
            Duration pause = wait.compareTo(backoff) > 0 ? wait : backoff;
            return pause.compareTo(remaining()) < 0 ? Optional.of(pause) : Optional.empty();
        }
    }

    /** Lets time pass between two attempts of a read. Tests put virtual time in its place. */
    @FunctionalInterface
    public interface Sleeper {
        /** Completes when the time has passed, or earlier if the client is closed. */
        CompletableFuture<Void> sleep(Duration time);

        /** A monotonic clock that the pauses go by. */
        default long nanoTime() {
            return System.nanoTime();
        }
    }
}
