package io.github.clearstreet;

import io.github.clearstreet.internal.http.TransportException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The result of an asynchronous call. However it is completed from outside, the call ends with it. */
final class CallFuture<T> extends CompletableFuture<ApiResponse<T>> {
    private final RunningCall<T> running;

    CallFuture(RunningCall<T> running) {
        this.running = running;
    }

    /** Takes the end of the call itself. Does nothing when the caller was faster. */
    void settle(@Nullable Envelope<T> envelope, @Nullable Throwable thrown) {
        if (!running.claimEnd()) {
            return;
        }
        if (envelope == null) {
            completeExceptionally(running.failed(thrown == null ? new IllegalStateException("no answer") : thrown));
            return;
        }
        try {
            complete(running.accepted(envelope));
        } catch (Throwable thrownLate) {
            // Whatever it is, nobody may wait for this future for ever.
            completeExceptionally(thrownLate);
        }
    }

    /** Ends the call at once; the exception that {@code get()} then throws has the outcome among its causes. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (running.claimEnd()) {
            CancellationException cancelled = new CancellationException("the call was cancelled");
            cancelled.initCause(abandon());
            super.completeExceptionally(cancelled);
        }
        return isCancelled();
    }

    /** Ends the call when the future was completed by somebody else, for example by {@code orTimeout}. */
    void endCallWhenCompletedFromOutside() {
        var unused = whenComplete((response, thrown) -> {
            if (running.claimEnd()) {
                abandon();
            }
        });
    }

    private ClearStreetException abandon() {
        running.call().cancel();
        return running.failed(TransportException.cancelled(running.call()));
    }
}
