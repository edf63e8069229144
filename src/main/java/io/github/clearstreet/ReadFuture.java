package io.github.clearstreet;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The result of an asynchronous read: one attempt after another. However it is completed from outside, the read ends with it. */
final class ReadFuture<T> extends CompletableFuture<ApiResponse<T>> {
    private final Function<Duration, CompletableFuture<ApiResponse<T>>> send;
    private final Attempts attempts;
    private final Pauses pauses;
    private volatile @Nullable CompletableFuture<ApiResponse<T>> attempt;
    private volatile @Nullable ClearStreetException lastFailure;

    private ReadFuture(Function<Duration, CompletableFuture<ApiResponse<T>>> send, Attempts attempts, Pauses pauses) {
        this.send = send;
        this.attempts = attempts;
        this.pauses = pauses;
    }

    static <T> ReadFuture<T> start(
            Function<Duration, CompletableFuture<ApiResponse<T>>> send, Attempts attempts, Pauses pauses) {
        ReadFuture<T> read = new ReadFuture<>(send, attempts, pauses);
        read.next();
        var unused = read.whenComplete((response, thrown) -> read.endAttempt());
        return read;
    }

    private void next() {
        if (isDone()) {
            return;
        }
        CompletableFuture<ApiResponse<T>> started = send.apply(attempts.remaining());
        attempt = started;
        if (isDone()) {
            started.cancel(true);
        }
        var unused = started.whenComplete(this::ended);
    }

    private void ended(@Nullable ApiResponse<T> response, @Nullable Throwable thrown) {
        if (thrown == null) {
            complete(response);
        } else if (thrown instanceof ClearStreetException failure) {
            Optional<Duration> pause = attempts.pauseAfter(failure);
            if (pause.isEmpty()) {
                completeExceptionally(failure);
                return;
            }
            lastFailure = failure;
            var unused = pauses.pause(pause.get()).thenRun(this::next);
        } else {
            completeExceptionally(thrown);
        }
    }

    /** Ends the read at once; the exception that {@code get()} then throws has the outcome among its causes. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        endAttempt();
        // Between two attempts there was none to end.
        CancellationException cancelled = new CancellationException("the call was cancelled");
        cancelled.initCause(lastFailure);
        super.completeExceptionally(cancelled);
        return isCancelled();
    }

    private void endAttempt() {
        CompletableFuture<ApiResponse<T>> running = attempt;
        if (running != null) {
            running.cancel(true);
        }
    }
}
