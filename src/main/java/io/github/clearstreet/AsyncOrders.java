package io.github.clearstreet;

import io.github.clearstreet.api.OrdersApi;
import io.github.clearstreet.api.OrdersApi.CancelAllOpenOrdersQuery;
import io.github.clearstreet.api.OrdersApi.GetExecutionsQuery;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.internal.argument.Checks;
import io.github.clearstreet.internal.argument.Identifiers;
import io.github.clearstreet.internal.argument.NewOrders;
import io.github.clearstreet.internal.http.WorkThread;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.Order;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Submits, lists, reads and cancels orders, and lists their executions, without blocking a thread. Immutable and thread-safe.
 *
 * <p>A future fails with the exception that the blocking call would throw. Cancelling it, or completing it in any other
 * way, ends the call at once, and a read with all further attempts.
 *
 * <p>Arguments are checked at once: a method throws an {@link IllegalArgumentException} and starts no call if the account id is
 * not positive, or another argument is refused.
 *
 * @see Orders#async()
 */
public final class AsyncOrders {
    private final ApiCalls<OrdersApi> calls;

    AsyncOrders(ApiCalls<OrdersApi> calls) {
        this.calls = calls;
    }

    /**
     * Lists the account's orders. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @return the orders of all pages, as {@link #getOrders(long, GetOrdersQuery)} says
     */
    public CompletableFuture<List<Order>> getOrders(long accountId) {
        return getOrders(accountId, Orders.EVERY_ORDER);
    }

    /**
     * Lists the account's orders that pass the filters, page after page. Nothing is changed.
     *
     * <p>Each page has the deadline of a call for itself. Operation {@code get_orders}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page to begin with if it has a page token
     * @return the orders of all pages; fails with a {@link ClearStreetException} if one cannot be read, and is never a shorter
     *     list
     */
    public CompletableFuture<List<Order>> getOrders(long accountId, GetOrdersQuery query) {
        return getOrdersPages(accountId, query).rows();
    }

    /**
     * Lists one page of the account's orders that pass the filters. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page if it has a page token
     * @return one page; fails with a {@link ClearStreetException}, after as many attempts as a read may have
     * @see Orders#getOrdersPage(long, GetOrdersQuery)
     */
    public CompletableFuture<ApiResponse<List<Order>>> getOrdersPage(long accountId, GetOrdersQuery query) {
        return calls.call(
                OrdersApi.GET_ORDERS, accountId, ApiCalls.Responses::orders, api -> api.getOrders(accountId, query));
    }

    /**
     * Reads one order as it stands now. Nothing is changed.
     *
     * <p>Operation {@code get_order_by_id}.
     *
     * @param accountId the account, more than zero
     * @param orderId the id of the order; its client order id works only while it is open
     * @return the order; fails with a {@link ClearStreetException}, after as many attempts as a read may have
     * @see Orders#getOrderById(long, String)
     */
    public CompletableFuture<ApiResponse<Order>> getOrderById(long accountId, String orderId) {
        Checks.accountId(accountId);
        Identifiers.check("orderId", orderId);
        return calls.call(
                OrdersApi.GET_ORDER_BY_ID,
                accountId,
                ApiCalls.Responses::order,
                api -> api.getOrderById(accountId, orderId));
    }

    /**
     * Lists the account's executions, newest first. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @return the executions of all pages, as {@link #getExecutions(long, GetExecutionsQuery)} says
     */
    public CompletableFuture<List<Execution>> getExecutions(long accountId) {
        return getExecutions(accountId, Orders.EVERY_EXECUTION);
    }

    /**
     * Lists the account's executions that pass the filters, newest first, page after page. Nothing is changed.
     *
     * <p>Each page has the deadline of a call for itself. Operation {@code get_executions}.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page to begin with if it has a page token
     * @return the executions of all pages; fails with a {@link ClearStreetException} if one cannot be read, and is never a shorter
     *     list
     */
    public CompletableFuture<List<Execution>> getExecutions(long accountId, GetExecutionsQuery query) {
        return getExecutionsPages(accountId, query).rows();
    }

    /**
     * Lists one page of the account's executions that pass the filters. Nothing is changed.
     *
     * @param accountId the account, more than zero
     * @param query the filters, and the page if it has a page token
     * @return one page; fails with a {@link ClearStreetException}, after as many attempts as a read may have
     * @see Orders#getExecutionsPage(long, GetExecutionsQuery)
     */
    public CompletableFuture<ApiResponse<List<Execution>>> getExecutionsPage(long accountId, GetExecutionsQuery query) {
        return calls.call(
                OrdersApi.GET_EXECUTIONS,
                accountId,
                ApiCalls.Responses::executions,
                api -> api.getExecutions(accountId, query));
    }

    /**
     * Submits new orders, which can trade at once.
     *
     * <p>Operation {@code submit_orders}. What is guaranteed is the same as for {@link Orders#submitOrders(long, List)}.
     *
     * @param accountId the account, more than zero
     * @param orders one or more; each names a symbol or an instrument id, and ids that are given differ
     * @return the orders, usually with status PENDING_NEW; fails with a {@link ClearStreetException}
     */
    public CompletableFuture<ApiResponse<List<Order>>> submitOrders(long accountId, List<NewOrder> orders) {
        Checks.accountId(accountId);
        List<NewOrder> checked = NewOrders.check(orders);
        return calls.call(
                OrdersApi.SUBMIT_ORDERS,
                accountId,
                CallJournal.Subject.orders(checked),
                null,
                ApiCalls.Responses::orders,
                api -> api.submitOrders(accountId, checked));
    }

    /**
     * Asks the server to cancel one open order.
     *
     * <p>Operation {@code cancel_open_order}. What is guaranteed is the same as for {@link Orders#cancelOpenOrder(long,
     * String)}.
     *
     * @param accountId the account, more than zero
     * @param orderId the id of the order
     * @return the order, usually with status PENDING_CANCEL; fails with a {@link ClearStreetException}
     */
    public CompletableFuture<ApiResponse<Order>> cancelOpenOrder(long accountId, String orderId) {
        Checks.accountId(accountId);
        Identifiers.check("orderId", orderId);
        return calls.call(
                OrdersApi.CANCEL_OPEN_ORDER,
                accountId,
                CallJournal.Subject.order(orderId),
                null,
                ApiCalls.Responses::order,
                api -> api.cancelOpenOrder(accountId, orderId));
    }

    /**
     * Asks the server to cancel every open order of the account.
     *
     * @param accountId the account, more than zero
     * @return the orders, usually with status PENDING_CANCEL; fails with a {@link ClearStreetException}
     */
    public CompletableFuture<ApiResponse<List<Order>>> cancelAllOpenOrders(long accountId) {
        return cancelAllOpenOrders(accountId, Orders.EVERY_OPEN_ORDER);
    }

    /**
     * Asks the server to cancel the open orders of the account that pass the filters.
     *
     * <p>Operation {@code cancel_all_open_orders}. What is guaranteed is the same as for {@link
     * Orders#cancelAllOpenOrders(long, CancelAllOpenOrdersQuery)}.
     *
     * @param accountId the account, more than zero
     * @param query the filters; without any, all open orders
     * @return the orders, usually with status PENDING_CANCEL; fails with a {@link ClearStreetException}
     */
    public CompletableFuture<ApiResponse<List<Order>>> cancelAllOpenOrders(
            long accountId, CancelAllOpenOrdersQuery query) {
        return calls.call(
                OrdersApi.CANCEL_ALL_OPEN_ORDERS,
                accountId,
                ApiCalls.Responses::orders,
                api -> api.cancelAllOpenOrders(accountId, query));
    }

    /**
     * The same operations with other options.
     *
     * @param options used for every call of the copy, in place of the ones here
     * @return a copy; this instance stays as it is
     */
    public AsyncOrders withOptions(CallOptions options) {
        return new AsyncOrders(calls.with(options));
    }

    /** The same list, each page read when it is needed. */
    Pages<Order> getOrdersPages(long accountId, GetOrdersQuery query) {
        return calls.list(
                OrdersApi.GET_ORDERS,
                accountId,
                (page, token) -> new AsyncOrders(page).getOrdersPage(accountId, Orders.pageOf(query, token)));
    }

    /** The same list, each page read when it is needed. */
    Pages<Execution> getExecutionsPages(long accountId, GetExecutionsQuery query) {
        return calls.list(
                OrdersApi.GET_EXECUTIONS,
                accountId,
                (page, token) -> new AsyncOrders(page).getExecutionsPage(accountId, Orders.pageOf(query, token)));
    }

    /** The same operations with the work on another thread. */
    AsyncOrders on(WorkThread newThread) {
        return new AsyncOrders(calls.on(newThread));
    }
}
