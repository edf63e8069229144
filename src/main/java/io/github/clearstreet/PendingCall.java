package io.github.clearstreet;

import feign.Request;
import io.github.clearstreet.internal.http.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The result of one call, which a read may make in several attempts, one after another. However it is completed from
 * outside, for example by {@code orTimeout}, the call ends with it.
 */
final class PendingCall<R> extends CompletableFuture<R> {
    private final CallPipeline pipeline;
    private final ApiCalls.Plan<R> plan;
    private final RetryPolicy.Attempts attempts;
    private volatile @Nullable CallAttempt<R> attempt;
    private volatile @Nullable ClearStreetException lastFailure;
    private volatile CallListener.@Nullable Start lastStart;
    private final long id;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();

    PendingCall(CallPipeline pipeline, long id, ApiCalls.Plan<R> plan, RetryPolicy.Attempts attempts) {
        this.id = id;
        this.pipeline = pipeline;
        this.plan = plan;
        this.attempts = attempts;
    }

    /** The result of a call whose work was done on this thread. */
    static <T> T result(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Sends the request, again and again while the call may be repeated. */
    void send(Request request) {
        proceed(request);
        if (!isDone()) {
            var unused = whenComplete((result, thrown) -> endFromOutside());
        }
    }

    /** Comes back at the end of the call, or when it can only go on later. */
    private void proceed(Request request) {
        while (!isDone()) {
            CallAttempt<R> current = attempt;
            if (current == null) {
                current = begin();
                pipeline.attempt(current, request);
            }
            if (!current.ended().isDone()) {
                goOnAfter(current.ended(), request);
                return;
            }
            Duration time = settle(current);
            if (time == null) {
                return;
            }
            CompletableFuture<Void> pause = pipeline.sleep(time);
            if (!plan.thread().isOver(pause)) {
                goOnAfter(pause, request);
                return;
            }
        }
    }

    private void goOnAfter(CompletableFuture<Void> event, Request request) {
        var unused = event.thenRun(() -> proceed(request));
    }

    private CallAttempt<R> begin() {
        CallAttempt<R> begun = pipeline.begin(plan, attempts.remaining(), id, attempts.next());
        lastStart = begun.start();
        attempt = begun;
        if (isDone()) {
            endFromOutside();
        }
        return begun;
    }

    /** During an attempt, or between two; a call that has ended by itself was told before it was completed. */
    private void endFromOutside() {
        if (abandon() || attempt == null) {
            tellEnd();
        }
    }

    /** Takes the end of the attempt as that of the call, or says how long to wait for the next one. */
    private @Nullable Duration settle(CallAttempt<R> last) {
        ClearStreetException failure = last.failure();
        if (failure != null) {
            Optional<Duration> pause = attempts.pauseAfter(failure.getCause(), failure.status(), failure.retryAfter());
            if (pause.isPresent()) {
                lastFailure = failure;
                attempt = null;
                return pause.get();
            }
        }
        take(last);
        return null;
    }

    private void take(CallAttempt<R> last) {
        ClearStreetException failure = last.failure();
        lastFailure = failure;
        tellEnd();
        if (failure == null) {
            complete(last.value());
        } else {
            completeExceptionally(failure);
        }
    }

    /** Ends the call with what was thrown outside of an attempt. What was sent already is told as such. */
    void broken(Throwable thrown) {
        if (isDone()) {
            return;
        }
        CallAttempt<R> current = attempt == null ? begin() : attempt;
        current.call().cancel();
        current.end(null, thrown);
        var unused = current.ended().thenRun(() -> take(current));
    }

    /** Ends the call at once; the exception that {@code get()} then throws has the outcome among its causes. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (abandon() || attempt == null || plan.operation().isRead()) {
            if (!isDone()) {
                tellEnd();
            }
            CancellationException cancelled = new CancellationException("the call was cancelled");
            cancelled.initCause(lastFailure);
            super.completeExceptionally(cancelled);
        }
        return isCancelled();
    }

    /** True if it was this that ended the attempt. */
    private boolean abandon() {
        CallAttempt<R> running = attempt;
        if (running == null || !running.abandon()) {
            return false;
        }
        lastFailure = running.failure();
        return true;
    }

    private void tellEnd() {
        CallListener.Start last = lastStart;
        if (last != null && pipeline.notifier().listener() != null && told.compareAndSet(false, true)) {
            pipeline.notifier()
                    .callEnded(new CallListener.CallEnd(
                            last, Duration.ofNanos(System.nanoTime() - startNanos), Optional.ofNullable(lastFailure)));
        }
    }
}
