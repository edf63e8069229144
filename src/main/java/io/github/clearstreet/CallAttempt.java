package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.http.ReceivedResponse;
import io.github.clearstreet.internal.http.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One attempt of a call between its start and its end, which is written down and told exactly once. Thread-safe. */
final class CallAttempt<R> {
    private final ApiCalls.Plan<R> plan;
    private final Call call;
    private final CallListener.Start start;
    private final CallPipeline pipeline;
    private final @Nullable JournaledCall journaled;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable R value;
    private @Nullable ClearStreetException failure;

    CallAttempt(
            ApiCalls.Plan<R> plan,
            Call call,
            CallListener.Start start,
            CallPipeline pipeline,
            @Nullable JournaledCall journaled) {
        this.plan = plan;
        this.call = call;
        this.pipeline = pipeline;
        this.journaled = journaled;
        this.start = start;
        if (journaled != null) {
            call.checkLast(journaled::check);
        }
        pipeline.notifier().started(start);
    }

    ApiCalls.Plan<R> plan() {
        return plan;
    }

    Call call() {
        return call;
    }

    boolean isJournaled() {
        return journaled != null;
    }

    /** Nothing leaves before this has come back. It may wait. */
    void writeIntent() {
        if (journaled != null) {
            journaled.begin();
        }
    }

    /** Completes when the attempt has ended by itself, and never fails; then there is either a value or a failure. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Nullable
    R value() {
        return value;
    }

    @Nullable
    ClearStreetException failure() {
        return failure;
    }

    CallListener.Start start() {
        return start;
    }

    /** Reads the response and ends the attempt. */
    void responded(@Nullable ReceivedResponse response, @Nullable Throwable thrown) {
        if (response == null) {
            end(null, thrown == null ? new IllegalStateException("no response") : thrown);
            return;
        }
        Object read;
        try {
            read = response.read(plan.operation(), call);
        } catch (Throwable unreadable) {
            end(null, unreadable);
            return;
        }
        end(read, null);
    }

    /** Ends the attempt with what was read or thrown, unless it has ended: only the first to say how it ended is heard. */
    void end(@Nullable Object read, @Nullable Throwable thrown) {
        if (!claimed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (thrown == null) {
                value = accepted(read);
            } else {
                failure = failed(thrown);
            }
        } catch (ClearStreetException unreadable) {
            failure = unreadable;
        } catch (Throwable thrownLate) { // whatever it is, nobody may wait for this for ever
            failure = pipeline.classify(plan.operation(), call, elapsed(), thrownLate);
        }
        ended.complete(null);
    }

    /** Ends the attempt at once, sent or not. False if it has ended before. */
    boolean abandon() {
        if (!claimed.compareAndSet(false, true)) {
            return false;
        }
        call.cancel();
        failure = failed(TransportException.cancelled(call));
        return true; // whoever abandons it does not wait for its end
    }

    /** Makes the result of a response; one without data makes a failure instead. */
    private @Nullable R accepted(@Nullable Object read) {
        @Nullable R result;
        try {
            result = plan.resultOf(read, call, elapsed());
        } catch (Throwable unreadable) {
            throw failed(unreadable);
        }
        call.forgetBody();
        @Nullable Object data = result instanceof ApiResponse<?> response ? response.data() : read;
        Optional<String> requestId =
                result instanceof ApiResponse<?> response ? response.requestId() : call.requestId();
        if (journaled != null) {
            journaled.accepted(call.status().orElseThrow(), requestId.orElse(null), data);
        }
        tell(requestId, data, null);
        return result;
    }

    private ClearStreetException failed(Throwable thrown) {
        ClearStreetException made = pipeline.classify(plan.operation(), call, elapsed(), thrown);
        if (journaled != null) {
            journaled.failed(made);
        }
        tell(made.requestId(), null, made);
        return made;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Nothing in it can take the result from the caller. */
    private void tell(Optional<String> requestId, @Nullable Object data, @Nullable ClearStreetException thrown) {
        try {
            CallListener.End end = new CallListener.End(
                    start,
                    elapsed(),
                    call.status(),
                    requestId.isPresent() ? Optional.of(pipeline.hideKey(requestId.get())) : requestId,
                    call.bytesSent(),
                    call.bytesReceived(),
                    Optional.ofNullable(thrown));
            pipeline.notifier().ended(plan.operation(), end, call, data);
        } catch (Throwable dropped) {
            // There is no place left to tell it.
        }
    }
}
