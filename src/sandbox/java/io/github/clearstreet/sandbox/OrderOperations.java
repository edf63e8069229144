package io.github.clearstreet.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The operations on orders and executions. */
final class OrderOperations {
    private static final Set<String> LIST_PARAMETERS = Set.of(
            Paging.PAGE_SIZE,
            Paging.PAGE_TOKEN,
            "order_ids",
            "status",
            "symbol",
            "instrument_ids",
            "instrument_type",
            "underlying_instrument_ids",
            "from",
            "to");
    private static final Set<String> CANCEL_PARAMETERS = Set.of("side", "type", "instrument_type", "instrument_ids");
    private static final Set<String> EXECUTION_PARAMETERS =
            Set.of(Paging.PAGE_SIZE, Paging.PAGE_TOKEN, "instrument_ids", "from", "to");

    private final Accounts accounts;
    private final Paging paging;

    OrderOperations(Accounts accounts, Paging paging) {
        this.accounts = accounts;
        this.paging = paging;
    }

    /** The orders that pass the filters, newest first, a page at a time. */
    SandboxResponse getOrders(SandboxRequest request, Map<String, String> parameters) {
        QueryParameters query = new QueryParameters(request, LIST_PARAMETERS);
        OrderFilter filter = OrderFilter.of(query);
        boolean windowed = Collections.disjoint(query.names(), Set.of("from", "status", "order_ids"));
        List<SandboxOrder> found = accounts.inAccount(
                parameters,
                (book, now) -> book.listedOrders(windowed, now).stream()
                        .filter(book.passing(filter))
                        .toList());
        return SandboxResponse.page(paging.page(found, request, query), OrderJson::of, request.requestId());
    }

    /** One order as it stands now, by its id, or by its client order id while it is open. */
    SandboxResponse getOrderById(SandboxRequest request, Map<String, String> parameters) {
        String id = orderId(parameters);
        return accounts.inAccount(parameters, (book, now) -> book.listedOrders(false, now).stream())
                .filter(order -> order.id().equals(id)
                        || order.isOpen()
                                && order.clientOrderId().filter(id::equals).isPresent())
                .findFirst()
                .map(order -> SandboxResponse.data(OrderJson.of(order), request.requestId()))
                .orElseThrow(() -> new ApiErrorException(404, "There is no such order."));
    }

    /** Creates an order for each element of the body, all of them or none. */
    SandboxResponse submitOrders(SandboxRequest request, Map<String, String> parameters) {
        List<NewOrder> submitted = NewOrder.listOf(request.body());
        return orders(request, parameters, (book, now) -> book.submit(submitted, now));
    }

    /** Asks to cancel every open order that passes the filters; 404 if none does. */
    SandboxResponse cancelAllOpenOrders(SandboxRequest request, Map<String, String> parameters) {
        OrderFilter filter = OrderFilter.of(new QueryParameters(request, CANCEL_PARAMETERS));
        return orders(request, parameters, (book, now) -> {
            List<SandboxOrder> asked = book.orders().requestCancels(book.passing(filter), now);
            if (asked.isEmpty()) {
                throw new ApiErrorException(404, "There is no such open order.");
            }
            return asked;
        });
    }

    /** Asks to cancel one order, by its id. An order that is final is not an open one: 404. */
    SandboxResponse cancelOpenOrder(SandboxRequest request, Map<String, String> parameters) {
        String id = orderId(parameters);
        return accounts.inAccount(
                        parameters,
                        (book, now) -> book.orders().requestCancels(order -> order.isNamed(id), now).stream())
                .findFirst()
                .map(order -> SandboxResponse.data(OrderJson.of(order), request.requestId()))
                .orElseThrow(() -> new ApiErrorException(404, "There is no such open order."));
    }

    /** The fills that pass the filters, newest first, a page at a time. */
    SandboxResponse getExecutions(SandboxRequest request, Map<String, String> parameters) {
        QueryParameters query = new QueryParameters(request, EXECUTION_PARAMETERS);
        Set<String> instruments = new HashSet<>(query.list("instrument_ids"));
        Instant from = query.time("from").orElse(Instant.MIN);
        Instant to = query.time("to").orElse(Instant.MAX);
        boolean windowed = !query.names().contains("from");
        List<Execution> found = accounts.inAccount(
                parameters,
                (book, now) -> book.listedExecutions(windowed, now).stream()
                        .filter(execution -> !execution.at().isBefore(from)
                                && !execution.at().isAfter(to))
                        .filter(execution -> instruments.isEmpty()
                                || !Collections.disjoint(
                                        instruments,
                                        execution.order().instrument().names()))
                        .toList());
        return SandboxResponse.page(paging.page(found, request, query), Execution::json, request.requestId());
    }

    private SandboxResponse orders(
            SandboxRequest request,
            Map<String, String> parameters,
            BiFunction<AccountBook, LedgerTime, List<SandboxOrder>> work) {
        List<SandboxOrder> orders = accounts.inAccount(parameters, work);
        return SandboxResponse.data(orders.stream().map(OrderJson::of).toList(), request.requestId());
    }

    private static String orderId(Map<String, String> parameters) {
        return Endpoint.decode(requireNonNull(parameters.get("order_id")));
    }
}
