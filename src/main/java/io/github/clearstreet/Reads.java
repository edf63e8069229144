package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.runtime.request.Operation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs reads, each in as many attempts as it needs and may have. */
final class Reads {
    private final Calls calls;
    private final ReadRetries retries;

    Reads(Calls calls, ReadRetries retries) {
        this.calls = calls;
        this.retries = retries;
    }

    /** The {@code send} function is called once for each attempt, with a record that is good for a GET and nothing else. */
    <T> ApiResponse<T> run(Operation operation, long accountId, CallOptions options, Function<Call, Envelope<T>> send) {
        Attempts attempts = begin(options);
        while (true) {
            try {
                return calls.run(operation, accountId, options.withDeadline(attempts.remaining()), send);
            } catch (ClearStreetException failure) {
                Duration pause = attempts.pauseAfter(failure).orElseThrow(() -> failure);
                await(retries.pauses().pause(pause));
            }
        }
    }

    /** As {@link #run}, without waiting. */
    <T> CompletableFuture<ApiResponse<T>> runAsync(
            Operation operation,
            long accountId,
            CallOptions options,
            Function<Call, CompletableFuture<Envelope<T>>> send) {
        return ReadFuture.start(
                remaining -> calls.runAsync(operation, accountId, options.withDeadline(remaining), send),
                begin(options),
                retries.pauses());
    }

    /** The {@code page} function reads the page of a token, or the first one when there is none. */
    <T> Pages<T> pages(Operation operation, Function<@Nullable String, ApiResponse<List<T>>> page) {
        return new Pages<>(() -> new Pager<>(page, (last, thrown) -> calls.cannotFollow(operation, last, thrown)));
    }

    /** All pages without waiting; the function is the one of {@link #pages}. */
    <T> CompletableFuture<List<ApiResponse<List<T>>>> allPages(
            Operation operation, Function<@Nullable String, CompletableFuture<ApiResponse<List<T>>>> page) {
        return Pager.all(page, (last, thrown) -> calls.cannotFollow(operation, last, thrown));
    }

    private Attempts begin(CallOptions options) {
        return retries.upTo(options.readAttempts().orElse(retries.attempts())).begin(calls.deadline(options));
    }

    /** An interrupt ends the pause, and then the next attempt before it is sent. */
    private static void await(CompletableFuture<Void> pause) {
        try {
            pause.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pause cannot fail", e);
        }
    }
}
