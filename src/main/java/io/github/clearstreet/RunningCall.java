package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.runtime.request.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call between its start and its end, which is told to the listener exactly once. */
final class RunningCall<T> {
    private final Operation operation;
    private final Call call;
    private final CallListener listener;
    private final CallListener.Start start;
    private final Failures failures;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final @Nullable JournaledCall journaled;

    RunningCall(
            Operation operation,
            Call call,
            CallListener listener,
            Instant startedAt,
            Failures failures,
            Optional<JournaledCall> journaled) {
        this.journaled = journaled.orElse(null);
        journaled.ifPresent(call::through);
        this.operation = operation;
        this.call = call;
        this.listener = listener;
        this.failures = failures;
        this.start = new CallListener.Start(operation.id(), call.accountId(), startedAt);
        tell(() -> listener.onStart(start));
    }

    Call call() {
        return call;
    }

    boolean isJournaled() {
        return journaled != null;
    }

    /** Takes the right to say how the call ended. Only the first to ask gets it. */
    boolean claimEnd() {
        return claimed.compareAndSet(false, true);
    }

    /** Makes the result of an answer; an answer without data makes a failure instead. */
    ApiResponse<T> accepted(Envelope<T> envelope) {
        ApiResponse<T> response;
        try {
            response = new ApiResponse<>(envelope, call, elapsed());
        } catch (Throwable unreadable) {
            throw failed(unreadable);
        }
        call.forgetBody();
        if (journaled != null) {
            journaled.accepted(response);
        }
        // What comes now is told to others; nothing in it can take the result from the caller.
        dropFailureOf(() -> tell(response.requestId().map(failures::hideKey).orElse(null), response, null));
        return response;
    }

    ClearStreetException failed(Throwable thrown) {
        ClearStreetException failure = failures.of(operation, call, elapsed(), thrown);
        if (journaled != null) {
            journaled.failed(failure);
        }
        dropFailureOf(() -> tell(failure.requestId().orElse(null), null, failure));
        return failure;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private void tell(
            @Nullable String requestId, @Nullable ApiResponse<T> response, @Nullable ClearStreetException failure) {
        CallListener.End end = new CallListener.End(start, elapsed(), call.status(), requestId, failure);
        dropFailureOf(() -> CallLog.ended(operation, end, call, response));
        tell(() -> listener.onEnd(end));
    }

    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (Throwable thrown) {
            dropFailureOf(() -> CallLog.listenerFailed(thrown));
        }
    }

    /** A full disk under the log is no news about the account; so whatever the log throws, even an Error, goes nowhere. */
    private static void dropFailureOf(Runnable logging) {
        try {
            logging.run();
        } catch (Throwable dropped) {
            // There is no place left to tell it.
        }
    }
}
