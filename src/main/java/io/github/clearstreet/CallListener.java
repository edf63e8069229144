package io.github.clearstreet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Hears when each call starts and how it ended, for metrics and tracing. It cannot change a call.
 *
 * <pre>{@code
 * CallListener timer = end -> registry.timer("clearstreet", "outcome", end.outcome().name()).record(end.elapsed());
 * }</pre>
 *
 * <p>Called on the thread that the call is on, so it has to be quick and thread-safe. Whatever it throws, an {@link Error}
 * too, is logged and dropped: it never changes the outcome of a call.
 */
@FunctionalInterface
public interface CallListener {

    /**
     * A call is about to be sent. Arguments that are refused at the door start no call.
     *
     * @param start what is known before sending; {@link End#start()} gives the same instance again
     */
    default void onStart(Start start) {}

    /**
     * A call ended. Comes exactly once for each {@link #onStart}, before the caller sees the result.
     *
     * @param end what happened
     */
    void onEnd(End end);

    /** The beginning of a call. Made by the client only. */
    final class Start {
        private final String operation;
        private final OptionalLong accountId;
        private final Instant startedAt;

        Start(String operation, OptionalLong accountId, Instant startedAt) {
            this.operation = operation;
            this.accountId = accountId;
            this.startedAt = startedAt;
        }

        /**
         * The operation in the API's own words.
         *
         * @return for example {@code close_positions}
         */
        public String operation() {
            return operation;
        }

        /**
         * The account that the call is about.
         *
         * @return empty for an operation without an account
         */
        public OptionalLong accountId() {
            return accountId;
        }

        /**
         * When the call began, by the client's clock (UTC).
         *
         * @return never null
         */
        public Instant startedAt() {
            return startedAt;
        }
    }

    /** The end of a call. Made by the client only. */
    final class End {
        private final Start start;
        private final Duration elapsed;
        private final OptionalInt status;
        private final @Nullable String requestId;
        private final @Nullable ClearStreetException failure;

        End(
                Start start,
                Duration elapsed,
                OptionalInt status,
                @Nullable String requestId,
                @Nullable ClearStreetException failure) {
            this.start = start;
            this.elapsed = elapsed;
            this.status = status;
            this.requestId = requestId;
            this.failure = failure;
        }

        /**
         * The event that began this call.
         *
         * @return the very instance that {@link #onStart} was given
         */
        public Start start() {
            return start;
        }

        /**
         * What the call did to the account.
         *
         * @return one of the four outcomes
         */
        public Outcome outcome() {
            return failure == null ? Outcome.ACCEPTED : failure.outcome();
        }

        /**
         * How long the call took, up to and including the reading of its answer.
         *
         * @return measured by a monotonic clock
         */
        public Duration elapsed() {
            return elapsed;
        }

        /**
         * The HTTP status of the answer.
         *
         * @return empty when no status line arrived
         */
        public OptionalInt status() {
            return status;
        }

        /**
         * The id under which Clear Street's support finds this request.
         *
         * @return empty when the answer carried none
         */
        public Optional<String> requestId() {
            return Optional.ofNullable(requestId);
        }

        /**
         * The exception that the caller is about to see.
         *
         * @return empty when the call was accepted
         */
        public Optional<ClearStreetException> failure() {
            return Optional.ofNullable(failure);
        }
    }
}
