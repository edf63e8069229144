package io.github.clearstreet;

import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.internal.argument.Arguments;
import io.github.clearstreet.internal.argument.Checks;
import io.github.clearstreet.internal.argument.Identifiers;
import io.github.clearstreet.internal.http.WorkThread;
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
 * <p>Arguments are checked at once: a method throws an {@link IllegalArgumentException} and starts no call if the account id is
 * not positive, or another argument is refused.
 *
 * @see Positions#async()
 */
public final class AsyncPositions {
    private final ApiCalls<PositionsApi> calls;

    AsyncPositions(ApiCalls<PositionsApi> calls) {
        this.calls = calls;
    }

    /**
     * Lists every position of the account. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @return the positions of all pages, as {@link #getPositions(long, GetPositionsQuery)} says
     */
    public CompletableFuture<List<Position>> getPositions(long accountId) {
        return getPositions(accountId, Positions.everyPosition());
    }

    /**
     * Lists the positions of the account that pass the filters, page after page. Nothing is changed.
     *
     * <p>Each page has the deadline of a call for itself. Operation {@code get_positions}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page to begin with if it has a page token
     * @return the positions of all pages; fails with a {@link ClearStreetException} if one cannot be read, and is never a
     *     shorter list
     */
    public CompletableFuture<List<Position>> getPositions(long accountId, GetPositionsQuery query) {
        return getPositionsPages(accountId, query).rows();
    }

    /**
     * Lists one page of the account's positions that pass the filters. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page if it has a page token
     * @return one page; fails with a {@link ClearStreetException}, after as many attempts as a read may have
     * @see Positions#getPositionsPage(long, GetPositionsQuery)
     */
    public CompletableFuture<ApiResponse<List<Position>>> getPositionsPage(long accountId, GetPositionsQuery query) {
        return calls.call(
                PositionsApi.GET_POSITIONS,
                accountId,
                ApiCalls.Responses::positions,
                api -> api.getPositions(accountId, query));
    }

    /**
     * Closes the position in one instrument, leaving it to the server what happens to open orders.
     *
     * @param accountId the account, more than zero
     * @param instrumentId Clear Street's identifier of the instrument, or its trading symbol
     * @return the orders that will close the position
     * @see Positions#closePosition(long, String, ClosePositionsRequest)
     */
    public CompletableFuture<ApiResponse<List<Order>>> closePosition(long accountId, String instrumentId) {
        return closePosition(accountId, instrumentId, Positions.SERVER_DEFAULT);
    }

    /**
     * Closes the position in one instrument: the server creates closing orders and gives them back.
     *
     * <p>Operation {@code close_position}. What is guaranteed is the same as for {@link Positions#closePosition(long,
     * String, ClosePositionsRequest)}.
     *
     * @param accountId the account, more than zero
     * @param instrumentId Clear Street's identifier of the instrument, or its trading symbol
     * @param request whether open orders are cancelled first
     * @return the orders that will close the position; fails with a {@link ClearStreetException}
     */
    public CompletableFuture<ApiResponse<List<Order>>> closePosition(
            long accountId, String instrumentId, ClosePositionsRequest request) {
        Checks.accountId(accountId);
        Identifiers.check("instrumentId", instrumentId);
        Arguments.readable(request.violations());
        return calls.call(
                PositionsApi.CLOSE_POSITION,
                accountId,
                CallJournal.Subject.instrument(instrumentId),
                sizeCheck(accountId, instrumentId),
                ApiCalls.Responses::orders,
                api -> api.closePosition(accountId, instrumentId, request));
    }

    /**
     * Closes every position of the account, leaving it to the server what happens to open orders.
     *
     * @param accountId the account, more than zero
     * @return the orders that will close the positions
     * @see Positions#closePositions(long, ClosePositionsRequest)
     */
    public CompletableFuture<ApiResponse<List<Order>>> closePositions(long accountId) {
        return closePositions(accountId, Positions.SERVER_DEFAULT);
    }

    /**
     * Closes every position of the account: the server creates closing orders and gives them back.
     *
     * <p>Operation {@code close_positions}. What is guaranteed is the same as for {@link Positions#closePositions(long,
     * ClosePositionsRequest)}.
     *
     * @param accountId the account, more than zero
     * @param request whether open orders are cancelled first
     * @return the orders that will close the positions; fails with a {@link ClearStreetException}
     */
    public CompletableFuture<ApiResponse<List<Order>>> closePositions(long accountId, ClosePositionsRequest request) {
        Checks.accountId(accountId);
        Arguments.readable(request.violations());
        return calls.call(
                PositionsApi.CLOSE_POSITIONS,
                accountId,
                CallJournal.Subject.ACCOUNT,
                sizeCheck(accountId, null),
                ApiCalls.Responses::orders,
                api -> api.closePositions(accountId, request));
    }

    /**
     * The same operations with other options.
     *
     * @param options used for every call of the copy, in place of the ones here
     * @return a copy; this instance stays as it is
     */
    public AsyncPositions withOptions(CallOptions options) {
        return new AsyncPositions(calls.with(options));
    }

    /** The same list, each page read when it is needed. */
    Pages<Position> getPositionsPages(long accountId, GetPositionsQuery query) {
        return calls.list(
                PositionsApi.GET_POSITIONS,
                accountId,
                (page, token) -> new AsyncPositions(page).getPositionsPage(accountId, Positions.pageOf(query, token)));
    }

    /** The same operations with the work on another thread. */
    AsyncPositions on(WorkThread newThread) {
        return new AsyncPositions(calls.on(newThread));
    }

    private @Nullable CloseSizeCheck sizeCheck(long accountId, @Nullable String instrumentId) {
        Guards guards = calls.pipeline().guards();
        return guards.measureCloses()
                ? new CloseSizeCheck(
                        guards,
                        accountId,
                        instrumentId,
                        calls.options().measuredPositions(),
                        within -> withOptions(calls.options().withListDeadline(within))
                                .getPositionsPages(accountId, Positions.everyPosition()))
                : null;
    }
}
