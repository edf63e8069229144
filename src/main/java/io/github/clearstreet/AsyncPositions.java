package io.github.clearstreet;

import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.api.PositionsApiAsync;
import io.github.clearstreet.internal.argument.Checks;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.Position;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Lists and closes positions without blocking a thread. Immutable and thread-safe.
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
    private final Reads reads;
    private final CallOptions options;

    AsyncPositions(PositionsApiAsync api, Calls calls, Reads reads, CallOptions options) {
        this.api = api;
        this.calls = calls;
        this.reads = reads;
        this.options = options;
    }

    /**
     * Lists the first page of the account's positions. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @return one page
     * @throws IllegalArgumentException at once, if the account id is not positive
     * @see #getPositions(long, GetPositionsQuery)
     */
    public CompletableFuture<ApiResponse<List<Position>>> getPositions(long accountId) {
        return getPositions(accountId, Positions.EVERY_POSITION);
    }

    /**
     * Lists one page of the account's positions that pass the filters. Nothing is changed.
     *
     * <p>For the next page, call again with {@code query.toBuilder().pageToken(token).build()} and the {@code
     * nextPageToken()} of {@link ApiResponse#metadata()}; there is none on the last page. Operation {@code get_positions}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page if it has a page token
     * @return one page; fails with a {@link ClearStreetException}, after as many attempts as a read may have
     * @throws IllegalArgumentException at once, if the account id is not positive
     */
    public CompletableFuture<ApiResponse<List<Position>>> getPositions(long accountId, GetPositionsQuery query) {
        Checks.accountId(accountId);
        return reads.runAsync(
                PositionsApi.GET_POSITIONS,
                accountId,
                options,
                call -> calls.within(call, () -> api.getPositions(accountId, query))
                        .thenApply(Envelope::of));
    }

    /**
     * Closes the position in one instrument, leaving it to the server what happens to open orders.
     *
     * @param accountId the account, more than zero
     * @param instrumentId Clear Street's identifier of the instrument, or its trading symbol
     * @return the orders that will close the position
     * @throws IllegalArgumentException at once, if an argument is refused
     * @see Positions#closePosition(long, String, ClosePositionsRequest)
     */
    public CompletableFuture<ApiResponse<List<Order>>> closePosition(long accountId, String instrumentId) {
        return closePosition(accountId, instrumentId, Positions.SERVER_DEFAULT);
    }

    /**
     * Closes the position in one instrument: the server creates closing orders and answers with them.
     *
     * <p>Operation {@code close_position}. What is guaranteed is the same as for {@link Positions#closePosition(long,
     * String, ClosePositionsRequest)}.
     *
     * @param accountId the account, more than zero
     * @param instrumentId Clear Street's identifier of the instrument, or its trading symbol
     * @param request whether open orders are cancelled first
     * @return the orders that will close the position; fails with a {@link ClearStreetException}
     * @throws IllegalArgumentException at once, if an argument is refused
     */
    public CompletableFuture<ApiResponse<List<Order>>> closePosition(
            long accountId, String instrumentId, ClosePositionsRequest request) {
        Checks.accountId(accountId);
        Identifiers.check("instrumentId", instrumentId);
        Arguments.readable(request.violations());
        return calls.runAsync(
                PositionsApi.CLOSE_POSITION,
                accountId,
                options.about(Subject.instrument(instrumentId)),
                call -> measure(accountId, instrumentId)
                        .thenCompose(measured ->
                                calls.within(call, () -> api.closePosition(accountId, instrumentId, request)))
                        .thenApply(Envelope::of));
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
        Checks.accountId(accountId);
        Arguments.readable(request.violations());
        return calls.runAsync(
                PositionsApi.CLOSE_POSITIONS,
                accountId,
                options,
                call -> measure(accountId, null)
                        .thenCompose(measured -> calls.within(call, () -> api.closePositions(accountId, request)))
                        .thenApply(Envelope::of));
    }

    /**
     * The same operations with other options.
     *
     * @param options used for every call of the copy, in place of the ones here
     * @return a copy; this instance stays as it is
     */
    public AsyncPositions withOptions(CallOptions options) {
        return new AsyncPositions(api, calls, reads, options);
    }

    private CompletableFuture<Void> measure(long accountId, @Nullable String instrumentId) {
        return new CloseMeasure(calls.guards(), instrumentId).checkAsync(query -> getPositions(accountId, query));
    }
}
