package io.github.clearstreet;

import io.github.clearstreet.internal.argument.Checks;
import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.http.RequestMaker;
import io.github.clearstreet.internal.http.WorkThread;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.ExecutionListResponse;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import io.github.clearstreet.model.OrderResponse;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.model.PositionListResponse;
import io.github.clearstreet.runtime.request.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one generated interface, with what they have in common. Immutable and thread-safe.
 *
 * @param <A> the generated interface
 */
record ApiCalls<A>(RequestMaker<A> requests, CallPipeline pipeline, CallOptions options, WorkThread thread) {
    ApiCalls<A> with(CallOptions newOptions) {
        return new ApiCalls<>(requests, pipeline, newOptions, thread);
    }

    /** The same calls with the work on another thread. */
    ApiCalls<A> on(WorkThread newThread) {
        return new ApiCalls<>(requests, pipeline, options, newThread);
    }

    /** Makes a call that is about the whole account. */
    <E, T> CompletableFuture<ApiResponse<T>> call(
            Operation operation, long accountId, Plan.Result<E, ApiResponse<T>> result, Function<A, ?> method) {
        return call(operation, accountId, CallJournal.Subject.ACCOUNT, null, result, method);
    }

    /**
     * Makes a call.
     *
     * @param result makes the response of what the codec of the operation reads
     * @param method calls the method of the generated interface
     */
    @SuppressWarnings("unchecked") // The codec and the method of the generated interface come from one template.
    <E, T> CompletableFuture<ApiResponse<T>> call(
            Operation operation,
            long accountId,
            CallJournal.Subject subject,
            @Nullable CloseSizeCheck sizeCheck,
            Plan.Result<E, ApiResponse<T>> result,
            Function<A, ?> method) {
        return pipeline.call(
                new Plan<>(
                        operation,
                        OptionalLong.of(Checks.accountId(accountId)),
                        subject,
                        options,
                        thread,
                        sizeCheck,
                        (Plan.Result<Object, ApiResponse<T>>) (Plan.Result<?, ApiResponse<T>>) result),
                requests,
                method);
    }

    /**
     * The list of all pages, each read when it is needed.
     *
     * @param page reads the page of a token, or the first one when there is none
     */
    <T> Pages<T> list(
            Operation operation,
            long accountId,
            BiFunction<ApiCalls<A>, @Nullable String, CompletableFuture<ApiResponse<List<T>>>> page) {
        Checks.accountId(accountId);
        return new Pages<>(() -> new Pager<>(
                (token, within) -> page.apply(with(options.withDeadline(within)), token),
                pipeline.budget(options),
                (last, thrown) -> pipeline.classify(operation, last.call(), last.elapsed(), thrown)));
    }

    /**
     * What one call is to do, whatever becomes of it.
     *
     * @param accountId the account, if the operation is about one
     * @param subject what a change is about within the account
     * @param thread where the work is done
     * @param sizeCheck measures a close before it is sent; null if nothing is measured
     * @param result makes what the caller gets; null if that is what was read
     */
    record Plan<R>(
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
        static Plan<Object> of(Operation operation, CallOptions options, WorkThread thread) {
            return new Plan<>(
                    operation, OptionalLong.empty(), CallJournal.Subject.ACCOUNT, options, thread, null, null);
        }

        @SuppressWarnings("unchecked") // Without a maker, R is Object.
        @Nullable
        R resultOf(@Nullable Object read, Call call, Duration elapsed) {
            return result == null ? (R) read : result.of(Objects.requireNonNull(read, "no value"), call, elapsed);
        }
    }

    /** Makes the response of each generated envelope; they have the same accessors, but no type for them. */
    static final class Responses {
        private Responses() {}

        static ApiResponse<List<Order>> orders(OrderListResponse read, Call call, Duration elapsed) {
            return new ApiResponse<>(read.data(), read, read::error, read::metadata, call, elapsed);
        }

        static ApiResponse<Order> order(OrderResponse read, Call call, Duration elapsed) {
            return new ApiResponse<>(read.data(), read, read::error, read::metadata, call, elapsed);
        }

        static ApiResponse<List<Execution>> executions(ExecutionListResponse read, Call call, Duration elapsed) {
            return new ApiResponse<>(read.data(), read, read::error, read::metadata, call, elapsed);
        }

        static ApiResponse<List<Position>> positions(PositionListResponse read, Call call, Duration elapsed) {
            return new ApiResponse<>(read.data(), read, read::error, read::metadata, call, elapsed);
        }
    }
}
