package io.github.clearstreet;

import io.github.clearstreet.api.OrdersApi.CancelAllOpenOrdersQuery;
import io.github.clearstreet.api.OrdersApi.GetExecutionsQuery;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.internal.http.WorkThread;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Submits, lists, reads and cancels orders, and lists their executions, waiting for the response. Immutable and thread-safe.
 *
 * @see ClearStreet#orders()
 */
public final class Orders {
    static final GetOrdersQuery EVERY_ORDER = GetOrdersQuery.builder().build();
    static final GetExecutionsQuery EVERY_EXECUTION =
            GetExecutionsQuery.builder().build();
    static final CancelAllOpenOrdersQuery EVERY_OPEN_ORDER =
            CancelAllOpenOrdersQuery.builder().build();

    private final AsyncOrders calls;

    Orders(AsyncOrders calls) {
        this.calls = calls;
    }

    /**
     * Lists every order of the account that the server still knows. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @return read while it is used, as {@link #getOrders(long, GetOrdersQuery)} says
     * @throws IllegalArgumentException if the account id is not positive
     */
    public Pages<Order> getOrders(long accountId) {
        return getOrders(accountId, EVERY_ORDER);
    }

    /**
     * Lists the orders of the account that pass the filters. Nothing is changed.
     *
     * <p>A page may be asked for more than once, within the deadline of a call, which each page has for itself. Whatever fails
     * is a {@link ClearStreetException} of the iteration, never a shorter list.
     *
     * <p>Operation {@code get_orders}, {@code GET /v1/accounts/{account_id}/orders}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page to begin with if it has a page token; {@code from} and {@code to} are inclusive
     * @return read while it is used
     * @throws IllegalArgumentException if the account id is not positive
     */
    public Pages<Order> getOrders(long accountId, GetOrdersQuery query) {
        return calls.getOrdersPages(accountId, query);
    }

    /**
     * Lists one page of the account's orders that pass the filters. Nothing is changed.
     *
     * <p>For the next page, call again with {@code query.toBuilder().pageToken(token).build()} and the {@code
     * nextPageToken()} of {@link ApiResponse#metadata()}; there is none on the last page. Operation {@code get_orders}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page if it has a page token
     * @return one page
     * @throws ClearStreetException if it could not be read, after as many attempts as a read may have
     * @throws IllegalArgumentException if the account id is not positive
     */
    public ApiResponse<List<Order>> getOrdersPage(long accountId, GetOrdersQuery query) {
        return PendingCall.result(calls.getOrdersPage(accountId, query));
    }

    /**
     * Lists one page of the account's executions that pass the filters. Nothing is changed.
     *
     * <p>For the next page, call again with {@code query.toBuilder().pageToken(token).build()} and the {@code
     * nextPageToken()} of {@link ApiResponse#metadata()}; there is none on the last page. Operation {@code get_executions}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page if it has a page token
     * @return one page
     * @throws ClearStreetException if it could not be read, after as many attempts as a read may have
     * @throws IllegalArgumentException if the account id is not positive
     */
    public ApiResponse<List<Execution>> getExecutionsPage(long accountId, GetExecutionsQuery query) {
        return PendingCall.result(calls.getExecutionsPage(accountId, query));
    }

    /**
     * Reads one order as it stands now. Nothing is changed.
     *
     * <p>It may be asked for more than once, within the deadline of the call. Operation {@code get_order_by_id}, {@code GET
     * /v1/accounts/{account_id}/orders/{order_id}}.
     *
     * @param accountId the account, more than zero
     * @param orderId the id of the order; its client order id works only while it is open
     * @return the order
     * @throws NotSentException if nothing was sent
     * @throws RejectedException if the server refused, for example because there is no such order (404)
     * @throws OutcomeUnknownException if no readable response came; nothing was changed all the same
     * @throws IllegalArgumentException if the account id is not positive, or the order id could lead to another address
     */
    public ApiResponse<Order> getOrderById(long accountId, String orderId) {
        return PendingCall.result(calls.getOrderById(accountId, orderId));
    }

    /**
     * Lists every execution of the account that the server still knows, newest first. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @return read while it is used, as {@link #getExecutions(long, GetExecutionsQuery)} says
     * @throws IllegalArgumentException if the account id is not positive
     */
    public Pages<Execution> getExecutions(long accountId) {
        return getExecutions(accountId, EVERY_EXECUTION);
    }

    /**
     * Lists the executions of the account that pass the filters, newest first. Nothing is changed.
     *
     * <p>An execution is a fill, of a part of an order or of its rest. Pages are read as {@link #getOrders(long,
     * GetOrdersQuery)} says. They are cut by position, so a fill that happens between two pages can show an execution
     * twice: tell them apart by their ids.
     *
     * <p>Operation {@code get_executions}, {@code GET /v1/accounts/{account_id}/executions}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page to begin with if it has a page token; {@code from} and {@code to} are inclusive
     * @return read while it is used
     * @throws IllegalArgumentException if the account id is not positive
     */
    public Pages<Execution> getExecutions(long accountId, GetExecutionsQuery query) {
        return calls.getExecutionsPages(accountId, query);
    }

    /**
     * Submits new orders, which can trade at once.
     *
     * <p>Sent at most once, all orders in one request. Returning means that they were accepted, not that anything was
     * filled. Whether the server takes some orders of a list and refuses others is not documented. Give each order an id
     * of your own: it comes back as the client order id, and {@link #getOrders(long, GetOrdersQuery)} finds the order
     * again when the outcome is unknown. The guards of the client say whether the account may be changed; they know no
     * limit for orders.
     *
     * <p>Operation {@code submit_orders}, {@code POST /v1/accounts/{account_id}/orders}.
     *
     * @param accountId the account, more than zero
     * @param orders one or more; each names a symbol or an instrument id, and ids that are given differ
     * @return the orders, usually with status PENDING_NEW
     * @throws NotSentException if nothing was sent; sending it again is safe
     * @throws RejectedException if the server refused; the details of the error then say why, for example BUYING_POWER. A
     *     refusal of an id that was used before says that an earlier order has it
     * @throws OutcomeUnknownException if the orders may exist; look for their ids. An interrupt ends the call at once and
     *     keeps the thread's interrupt flag
     * @throws IllegalArgumentException if the account id is not positive, or an order could not be meant like this
     */
    public ApiResponse<List<Order>> submitOrders(long accountId, List<NewOrder> orders) {
        return PendingCall.result(calls.submitOrders(accountId, orders));
    }

    /**
     * Asks the server to cancel one open order.
     *
     * <p>Sent at most once. Returning means that the cancel was requested: until the order has a final status it can still be
     * filled, so follow it with {@link #getOrderById}.
     *
     * <p>Operation {@code cancel_open_order}, {@code DELETE /v1/accounts/{account_id}/orders/{order_id}}.
     *
     * @param accountId the account, more than zero
     * @param orderId the id that the server gave the order; that a client order id works is not documented
     * @return the order, usually with status PENDING_CANCEL
     * @throws NotSentException if nothing was sent; sending it again is safe
     * @throws RejectedException if the server refused, for example because there is no such order (404)
     * @throws OutcomeUnknownException if it may have been carried out; look at the order. An interrupt ends the call at once
     *     and keeps the thread's interrupt flag
     * @throws IllegalArgumentException if the account id is not positive, or the order id could lead to another address, for
     *     example when it is blank
     */
    public ApiResponse<Order> cancelOpenOrder(long accountId, String orderId) {
        return PendingCall.result(calls.cancelOpenOrder(accountId, orderId));
    }

    /**
     * Asks the server to cancel every open order of the account.
     *
     * @param accountId the account, more than zero
     * @return the orders, usually with status PENDING_CANCEL
     * @throws ClearStreetException if the request was not accepted, as {@link #cancelAllOpenOrders(long,
     *     CancelAllOpenOrdersQuery)} says
     */
    public ApiResponse<List<Order>> cancelAllOpenOrders(long accountId) {
        return cancelAllOpenOrders(accountId, EVERY_OPEN_ORDER);
    }

    /**
     * Asks the server to cancel the open orders of the account that pass the filters.
     *
     * <p>Sent at most once. Returning means that the cancels were requested: until an order has a final status it can still
     * be filled, so follow each with {@link #getOrderById}.
     *
     * <p>Operation {@code cancel_all_open_orders}, {@code DELETE /v1/accounts/{account_id}/orders}.
     *
     * @param accountId the account, more than zero
     * @param query the filters; without any, all open orders
     * @return the orders, usually with status PENDING_CANCEL
     * @throws NotSentException if nothing was sent; sending it again is safe
     * @throws RejectedException if the server refused; 404 also when no open order passes the filters
     * @throws OutcomeUnknownException if it may have been carried out; look at the orders. An interrupt ends the call at once
     *     and keeps the thread's interrupt flag
     * @throws IllegalArgumentException if the account id is not positive
     */
    public ApiResponse<List<Order>> cancelAllOpenOrders(long accountId, CancelAllOpenOrdersQuery query) {
        return PendingCall.result(calls.cancelAllOpenOrders(accountId, query));
    }

    /**
     * The same operations with other options.
     *
     * @param options used for every call of the copy, in place of the ones here
     * @return a copy; this instance stays as it is
     */
    public Orders withOptions(CallOptions options) {
        return new Orders(calls.withOptions(options));
    }

    /**
     * The same operations without waiting, with the same options.
     *
     * @return the asynchronous view
     */
    public AsyncOrders async() {
        return calls.on(WorkThread.CALLBACK);
    }

    static GetOrdersQuery pageOf(GetOrdersQuery query, @Nullable String token) {
        return token == null ? query : query.toBuilder().pageToken(token).build();
    }

    static GetExecutionsQuery pageOf(GetExecutionsQuery query, @Nullable String token) {
        return token == null ? query : query.toBuilder().pageToken(token).build();
    }
}
