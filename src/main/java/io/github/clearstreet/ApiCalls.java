package io.github.clearstreet;

import io.github.clearstreet.internal.argument.Checks;
import io.github.clearstreet.internal.http.RequestMaker;
import io.github.clearstreet.internal.http.WorkThread;
import io.github.clearstreet.runtime.request.Operation;
import java.util.List;
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
            Operation operation, long accountId, CallPlan.Result<E, ApiResponse<T>> result, Function<A, ?> method) {
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
            CallPlan.Result<E, ApiResponse<T>> result,
            Function<A, ?> method) {
        return pipeline.call(
                new CallPlan<>(
                        operation,
                        OptionalLong.of(Checks.accountId(accountId)),
                        subject,
                        options,
                        thread,
                        sizeCheck,
                        (CallPlan.Result<Object, ApiResponse<T>>) (CallPlan.Result<?, ApiResponse<T>>) result),
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
}
