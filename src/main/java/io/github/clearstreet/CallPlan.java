package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.http.WorkThread;
import io.github.clearstreet.runtime.request.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one call is to do, whatever becomes of it.
 *
 * @param accountId the account, if the operation is about one
 * @param subject what a change is about within the account
 * @param thread where the work is done
 * @param sizeCheck measures a close before it is sent; null if nothing is measured
 * @param result makes what the caller gets; null if that is what was read
 */
record CallPlan<R>(
        Operation operation,
        OptionalLong accountId,
        CallJournal.Subject subject,
        CallOptions options,
        WorkThread thread,
        @Nullable CloseSizeCheck sizeCheck,
        @Nullable Result<Object, R> result) {

    /** Makes the result of a value that the codec of the operation has read; throws if it lacks what it must have. */
    @FunctionalInterface
    interface Result<E, R> {
        R of(E value, Call call, Duration elapsed);
    }

    /** The plan of an operation of any API: the result is what its codec reads. */
    static CallPlan<Object> of(Operation operation, CallOptions options, WorkThread thread) {
        return new CallPlan<>(
                operation, OptionalLong.empty(), CallJournal.Subject.ACCOUNT, options, thread, null, null);
    }

    @SuppressWarnings("unchecked") // Without a maker, R is Object.
    @Nullable
    R resultOf(@Nullable Object read, Call call, Duration elapsed) {
        return result == null ? (R) read : result.of(Objects.requireNonNull(read, "no value"), call, elapsed);
    }
}
