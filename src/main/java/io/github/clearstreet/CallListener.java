package io.github.clearstreet;

import io.github.clearstreet.internal.text.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Called when a call, and each attempt of it, starts and ends, for metrics and tracing. It cannot change a call.
 *
 * <pre>{@code
 * CallListener timer = end -> registry.timer("clearstreet", "outcome", end.outcome().name()).record(end.elapsed());
 * }</pre>
 *
 * <p>A call that changes something has one attempt. A read may have several: each is told, and then the whole call by {@link
 * #onCallEnd}, so that an attempt that failed and was repeated does not count as a failed read. All have the same {@link
 * Start#callId()}. A {@code traceparent} is sent with {@link CallOptions#withHeader}.
 *
 * <p>Called on the thread that the call is on, so it has to be quick and thread-safe. Whatever it throws, an {@link Error}
 * too, is logged and dropped: it never changes the outcome of a call.
 */
@FunctionalInterface
public interface CallListener {

    /**
     * An attempt is about to be sent. Arguments that are refused at the door start no call.
     *
     * @param start what is known before sending; {@link End#start()} gives the same instance again
     */
    default void onStart(Start start) {}

    /**
     * An attempt ended. Comes exactly once for each {@link #onStart}, before the caller sees the result.
     *
     * @param end what happened
     */
    void onEnd(End end);

    /**
     * A call ended with all its attempts. Comes exactly once for each call, after {@link #onEnd} of its last attempt and before
     * the caller sees the result.
     *
     * @param end what the caller is about to see
     */
    default void onCallEnd(CallEnd end) {}

    /**
     * The beginning of an attempt.
     *
     * @param callId the number of the call among those of the client, the same for all its attempts; from 1 on
     * @param attempt the number of the attempt, from 1 on
     * @param operation the operation in the API's own words, for example {@code close_positions}
     * @param isRead true if it only reads; otherwise it changes something and is sent once
     * @param method the HTTP method
     * @param host the host that it goes to
     * @param accountId the account that it is about; empty for an operation without an account
     * @param startedAt when it began, by the client's clock (UTC)
     */
    record Start(
            long callId,
            int attempt,
            String operation,
            boolean isRead,
            String method,
            String host,
            OptionalLong accountId,
            Instant startedAt) {

        /** Names the call and the operation. */
        @Override
        public String toString() {
            return Printable.text("Start[call=" + callId + ", attempt=" + attempt + ", operation=" + operation + "]");
        }
    }

    /**
     * The end of an attempt.
     *
     * @param start the very instance that {@link #onStart} was given
     * @param elapsed how long it took, up to and including the reading of its response, by a monotonic clock
     * @param status the HTTP status of the response; empty when no status line arrived
     * @param requestId the id under which Clear Street's support finds this request; empty when the response carried none
     * @param bytesSent the size of the request's body, in bytes; zero if the request did not leave
     * @param bytesReceived the size of the response's body as far as it was read, in bytes
     * @param failure what became of it; empty when it was accepted
     */
    record End(
            Start start,
            Duration elapsed,
            OptionalInt status,
            Optional<String> requestId,
            long bytesSent,
            long bytesReceived,
            Optional<ClearStreetException> failure) {

        /** What the attempt did to the account: one of the four outcomes. */
        public Outcome outcome() {
            return failure.isPresent() ? failure.get().outcome() : Outcome.ACCEPTED;
        }

        /** Names the attempt and its outcome. */
        @Override
        public String toString() {
            return "End[" + start + ", outcome=" + outcome() + "]";
        }
    }

    /**
     * The end of a whole call.
     *
     * @param last the beginning of its last attempt
     * @param elapsed how long the call took with all its attempts and the pauses between them, by a monotonic clock
     * @param failure the exception that the caller is about to see, or that a cancelled future has as its cause; empty when the
     *     call was accepted
     */
    record CallEnd(Start last, Duration elapsed, Optional<ClearStreetException> failure) {

        /** What the call did to the account: one of the four outcomes. */
        public Outcome outcome() {
            return failure.isPresent() ? failure.get().outcome() : Outcome.ACCEPTED;
        }

        /** Names the call and its outcome. */
        @Override
        public String toString() {
            return "CallEnd[" + last + ", outcome=" + outcome() + "]";
        }
    }
}
