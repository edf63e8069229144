package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.http.WorkThread;
import io.github.clearstreet.runtime.request.Operation;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one call is to do, whatever becomes of it.
 *
 * @param accountId the account, if the operation is about one
 * @param thread where the work is done
 * @param sizeCheck measures a close before it is sent; fails with a {@link Guards.RefusedException} if it is too large
 * @param result makes what the caller gets
 */
record CallPlan<R>(
        Operation operation,
        OptionalLong accountId,
        CallOptions options,
        WorkThread thread,
        Function<Call, CompletableFuture<Void>> sizeCheck,
        Result<R> result) {

    /** Makes the result of a value that the codec of the operation has read; throws if it lacks what it must have. */
    @FunctionalInterface
    interface Result<R> {
        @Nullable
        R of(@Nullable Object value, Call call, Duration elapsed);
    }

    /** The plan of an operation on an account; the envelope is made of what its codec reads. */
    @SuppressWarnings("unchecked") // The codec and the method of the generated interface come from one template.
    static <E, T> CallPlan<ApiResponse<T>> of(
            Operation operation,
            long accountId,
            CallOptions options,
            WorkThread thread,
            Function<E, ApiResponse.Envelope<T>> envelope) {
        return new CallPlan<>(
                operation,
                OptionalLong.of(accountId),
                options,
                thread,
                call -> CompletableFuture.completedFuture(null),
                (value, call, elapsed) -> new ApiResponse<>(envelope.apply((E) value), call, elapsed));
    }

    /** The plan of an operation of any API: the result is what its codec reads. */
    static CallPlan<Object> of(Operation operation, CallOptions options, WorkThread thread) {
        return new CallPlan<>(
                operation,
                OptionalLong.empty(),
                options,
                thread,
                call -> CompletableFuture.completedFuture(null),
                (value, call, elapsed) -> value);
    }

    CallPlan<R> measuredBy(Function<Call, CompletableFuture<Void>> newSizeCheck) {
        return new CallPlan<>(operation, accountId, options, thread, newSizeCheck, result);
    }
}
