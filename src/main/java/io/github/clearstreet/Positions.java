package io.github.clearstreet;

import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.internal.http.WorkThread;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists and closes positions, waiting for the response. Immutable and thread-safe.
 *
 * @see ClearStreet#positions()
 */
public final class Positions {
    static final ClosePositionsRequest SERVER_DEFAULT =
            ClosePositionsRequest.builder().build();

    private final AsyncPositions calls;

    Positions(AsyncPositions calls) {
        this.calls = calls;
    }

    /**
     * Lists every position of the account. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @return read while it is used, as {@link #getPositions(long, GetPositionsQuery)} says
     * @throws IllegalArgumentException if the account id is not positive
     */
    public Pages<Position> getPositions(long accountId) {
        return getPositions(accountId, everyPosition());
    }

    /**
     * Lists the positions of the account that pass the filters. Nothing is changed.
     *
     * <p>A page may be asked for more than once, within the deadline of a call, which each page has for itself. Whatever fails
     * is a {@link ClearStreetException} of the iteration, never a shorter list. Quantities are in units of the instrument,
     * negative when short; money has no stated currency.
     *
     * <p>Operation {@code get_positions}, {@code GET /v1/accounts/{account_id}/positions}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page to begin with if it has a page token
     * @return read while it is used
     * @throws IllegalArgumentException if the account id is not positive
     */
    public Pages<Position> getPositions(long accountId, GetPositionsQuery query) {
        return calls.getPositionsPages(accountId, query);
    }

    /**
     * Lists one page of the account's positions that pass the filters. Nothing is changed.
     *
     * <p>For the next page, call again with {@code query.toBuilder().pageToken(token).build()} and the {@code
     * nextPageToken()} of {@link ApiResponse#metadata()}; there is none on the last page. Operation {@code get_positions}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page if it has a page token
     * @return one page
     * @throws ClearStreetException if it could not be read, after as many attempts as a read may have
     * @throws IllegalArgumentException if the account id is not positive
     */
    public ApiResponse<List<Position>> getPositionsPage(long accountId, GetPositionsQuery query) {
        return PendingCall.result(calls.getPositionsPage(accountId, query));
    }

    /**
     * Closes the position in one instrument, leaving it to the server what happens to open orders.
     *
     * @param accountId the account, more than zero
     * @param instrumentId Clear Street's identifier of the instrument, or its trading symbol
     * @return the orders that will close the position
     * @throws ClearStreetException if the request was not accepted, as {@link #closePositions(long,
     *     ClosePositionsRequest)} says
     * @see #closePosition(long, String, ClosePositionsRequest)
     */
    public ApiResponse<List<Order>> closePosition(long accountId, String instrumentId) {
        return closePosition(accountId, instrumentId, SERVER_DEFAULT);
    }

    /**
     * Closes the position in one instrument: the server creates closing orders and answers with them.
     *
     * <p>Sent at most once, whatever happens. Returning means that closing orders exist, not that they are filled. Calling
     * again while they work may submit them a second time. What the server answers when there is no such position is not
     * documented.
     *
     * <p>Operation {@code close_position}, {@code DELETE /v1/accounts/{account_id}/positions/{instrument_id}}.
     *
     * @param accountId the account, more than zero
     * @param instrumentId Clear Street's identifier of the instrument, or its trading symbol; sent encoded
     * @param request whether open orders are cancelled first; what the server does when nothing is chosen is not
     *     documented
     * @return the orders that will close the position; empty when there was nothing to close
     * @throws NotSentException if nothing was sent; sending it again is safe
     * @throws RejectedException if the server refused; nothing was closed
     * @throws OutcomeUnknownException if it may have been carried out; look before you act. An interrupt ends the call at
     *     once and keeps the thread's interrupt flag
     * @throws IllegalArgumentException if the account id is not positive, the request holds unreadable values, or the
     *     instrument id could lead to another address, for example when it is blank
     */
    public ApiResponse<List<Order>> closePosition(long accountId, String instrumentId, ClosePositionsRequest request) {
        return PendingCall.result(calls.closePosition(accountId, instrumentId, request));
    }

    /**
     * Closes every position of the account, leaving it to the server what happens to open orders.
     *
     * @param accountId the account, more than zero
     * @return the orders that will close the positions
     * @throws ClearStreetException if the request was not accepted, as {@link #closePositions(long,
     *     ClosePositionsRequest)} says
     * @see #closePositions(long, ClosePositionsRequest)
     */
    public ApiResponse<List<Order>> closePositions(long accountId) {
        return closePositions(accountId, SERVER_DEFAULT);
    }

    /**
     * Closes every position of the account: the server creates closing orders and answers with them.
     *
     * <p>Sent at most once, whatever happens. Returning means that closing orders exist, not that they are filled and not
     * that the account is flat. Calling again while they work may submit them a second time.
     *
     * <p>Operation {@code close_positions}, {@code DELETE /v1/accounts/{account_id}/positions}.
     *
     * @param accountId the account, more than zero
     * @param request whether open orders are cancelled first; what the server does when nothing is chosen is not
     *     documented
     * @return the orders that will close the positions; empty when there was nothing to close
     * @throws NotSentException if nothing was sent; sending it again is safe
     * @throws RejectedException if the server refused; nothing was closed
     * @throws OutcomeUnknownException if it may have been carried out; look before you act. An interrupt ends the call at
     *     once and keeps the thread's interrupt flag
     * @throws IllegalArgumentException if the account id is not positive or the request holds unreadable values
     */
    public ApiResponse<List<Order>> closePositions(long accountId, ClosePositionsRequest request) {
        return PendingCall.result(calls.closePositions(accountId, request));
    }

    /**
     * The same operations with other options.
     *
     * @param options used for every call of the copy, in place of the ones here
     * @return a copy; this instance stays as it is
     */
    public Positions withOptions(CallOptions options) {
        return new Positions(calls.withOptions(options));
    }

    /**
     * The same operations without waiting, with the same options.
     *
     * @return the asynchronous view
     */
    public AsyncPositions async() {
        return calls.on(WorkThread.CALLBACK);
    }

    static GetPositionsQuery pageOf(GetPositionsQuery query, @Nullable String token) {
        return token == null ? query : query.toBuilder().pageToken(token).build();
    }

    /** No constant, so that a client that only closes does not load what reads. */
    static GetPositionsQuery everyPosition() {
        return GetPositionsQuery.builder().build();
    }
}
