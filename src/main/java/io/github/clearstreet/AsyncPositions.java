package io.github.clearstreet;

import io.github.clearstreet.api.PositionsApiAsync;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Order;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Closes positions without blocking a thread. Immutable and thread-safe.
 *
 * <p>A future fails with the exception that the blocking call would throw. Cancelling it, or completing it in any other
 * way, ends the call at once; the {@link java.util.concurrent.CancellationException} then has a {@link
 * ClearStreetException} among its causes, which says whether the request had already left.
 *
 * @see Positions#async()
 */
public final class AsyncPositions {
    private final PositionsApiAsync api;
    private final Calls calls;
    private final CallOptions options;

    AsyncPositions(PositionsApiAsync api, Calls calls, CallOptions options) {
        this.api = api;
        this.calls = calls;
        this.options = options;
    }

    /**
     * Closes every position of the account, leaving it to the server what happens to open orders.
     *
     * @param accountId the account, more than zero
     * @return the orders that will close the positions
     * @throws IllegalArgumentException at once, if the account id is not positive
     * @see Positions#closePositions(long, ClosePositionsRequest)
     */
    public CompletableFuture<ApiResponse<List<Order>>> closePositions(long accountId) {
        return closePositions(accountId, Positions.SERVER_DEFAULT);
    }

    /**
     * Closes every position of the account: the server creates closing orders and answers with them.
     *
     * <p>Operation {@code close_positions}. What is guaranteed is the same as for {@link Positions#closePositions(long,
     * ClosePositionsRequest)}.
     *
     * @param accountId the account, more than zero
     * @param request whether open orders are cancelled first
     * @return the orders that will close the positions; fails with a {@link ClearStreetException}
     * @throws IllegalArgumentException at once, if the account id is not positive or the request holds unreadable values
     */
    public CompletableFuture<ApiResponse<List<Order>>> closePositions(long accountId, ClosePositionsRequest request) {
        Arguments.accountId(accountId);
        Arguments.readable(request.violations());
        return calls.runAsync(
                Positions.CLOSE_POSITIONS,
                accountId,
                options,
                call -> api.closePositions(accountId, request, call).thenApply(Envelope::of));
    }

    /**
     * The same operations with other options.
     *
     * @param options used for every call of the copy, in place of the ones here
     * @return a copy; this instance stays as it is
     */
    public AsyncPositions withOptions(CallOptions options) {
        return new AsyncPositions(api, calls, options);
    }
}
