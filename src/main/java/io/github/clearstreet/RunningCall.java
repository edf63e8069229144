package io.github.clearstreet;

import io.github.clearstreet.internal.transport.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call between its start and its end, which is told to the listener exactly once. */
final class RunningCall<T> {
    private final String operation;
    private final Call call;
    private final CallListener listener;
    private final CallListener.Start start;
    private final Failures failures;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    RunningCall(String operation, Call call, CallListener listener, Instant startedAt, Failures failures) {
        this.operation = operation;
        this.call = call;
        this.listener = listener;
        this.failures = failures;
        this.start = new CallListener.Start(operation, call.accountId(), startedAt);
        try {
            listener.onStart(start);
        } catch (RuntimeException e) {
            CallLog.listenerFailed(e);
        }
    }

    Call call() {
        return call;
    }

    boolean isRunning() {
        return !ended.get();
    }

    ApiResponse<T> accepted(Envelope<T> envelope) {
        ApiResponse<T> response = new ApiResponse<>(envelope, call, elapsed());
        call.forgetBody();
        end(response.requestId().orElse(null), null);
        return response;
    }

    ClearStreetException failed(Throwable thrown) {
        ClearStreetException failure = failures.of(operation, call, elapsed(), thrown);
        end(failure.requestId().orElse(null), failure);
        return failure;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private void end(@Nullable String requestId, @Nullable ClearStreetException failure) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        CallListener.End end = new CallListener.End(start, elapsed(), call.status(), requestId, failure);
        CallLog.ended(end, call);
        try {
            listener.onEnd(end);
        } catch (RuntimeException e) {
            CallLog.listenerFailed(e);
        }
    }
}
