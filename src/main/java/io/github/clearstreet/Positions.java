package io.github.clearstreet;

import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.api.PositionsApiAsync;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Order;
import java.util.List;
import java.util.function.Supplier;

/**
 * Closes positions, waiting for the answer. Immutable and thread-safe.
 *
 * @see ClearStreet#positions()
 */
public final class Positions {
    static final String CLOSE_POSITIONS = "close_positions";
    static final ClosePositionsRequest SERVER_DEFAULT =
            ClosePositionsRequest.builder().build();

    private final PositionsApi api;
    private final Supplier<PositionsApiAsync> asyncApi;
    private final Calls calls;
    private final CallOptions options;

    Positions(PositionsApi api, Supplier<PositionsApiAsync> asyncApi, Calls calls, CallOptions options) {
        this.api = api;
        this.asyncApi = asyncApi;
        this.calls = calls;
        this.options = options;
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
        Arguments.accountId(accountId);
        Arguments.readable(request.violations());
        return calls.run(
                CLOSE_POSITIONS, accountId, options, call -> Envelope.of(api.closePositions(accountId, request, call)));
    }

    /**
     * The same operations with other options.
     *
     * @param options used for every call of the copy, in place of the ones here
     * @return a copy; this instance stays as it is
     */
    public Positions withOptions(CallOptions options) {
        return new Positions(api, asyncApi, calls, options);
    }

    /**
     * The same operations without waiting, with the same options.
     *
     * @return the asynchronous view
     */
    public AsyncPositions async() {
        return new AsyncPositions(asyncApi.get(), calls, options);
    }
}
