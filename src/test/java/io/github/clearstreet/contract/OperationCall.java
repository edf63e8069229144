package io.github.clearstreet.contract;

import io.github.clearstreet.ClearStreet;
import java.util.List;
import java.util.function.Function;

/** The usual call of every operation besides close_positions. */
enum OperationCall {
    GET_POSITIONS(
            "get_positions",
            "GET",
            "positions",
            "",
            api -> api.positions()
                    .getPositions(Parties.ACCOUNT)
                    .pages()
                    .iterator()
                    .next()),
    CLOSE_POSITION(
            "close_position",
            "DELETE",
            "positions/GOOG",
            Interactions.NOTHING_CHOSEN,
            api -> api.positions().closePosition(Parties.ACCOUNT, "GOOG")),
    GET_ORDERS(
            "get_orders",
            "GET",
            "orders",
            "",
            api -> api.orders().getOrders(Parties.ACCOUNT).pages().iterator().next()),
    GET_ORDER_BY_ID(
            "get_order_by_id",
            "GET",
            "orders/" + Orders.ID,
            "",
            api -> api.orders().getOrderById(Parties.ACCOUNT, Orders.ID)),
    CANCEL_OPEN_ORDER(
            "cancel_open_order",
            "DELETE",
            "orders/" + Orders.ID,
            "",
            api -> api.orders().cancelOpenOrder(Parties.ACCOUNT, Orders.ID)),
    CANCEL_ALL_OPEN_ORDERS(
            "cancel_all_open_orders",
            "DELETE",
            "orders",
            "",
            api -> api.orders().cancelAllOpenOrders(Parties.ACCOUNT)),
    SUBMIT_ORDERS(
            "submit_orders",
            "POST",
            "orders",
            Interactions.NEW_ORDER,
            api -> api.orders().submitOrders(Parties.ACCOUNT, List.of(Interactions.newOrder()))),
    GET_EXECUTIONS(
            "get_executions",
            "GET",
            "executions",
            "",
            api -> api.orders()
                    .getExecutions(Parties.ACCOUNT)
                    .pages()
                    .iterator()
                    .next());

    private final String id;
    private final String method;
    private final String path;
    private final String body;

    @SuppressWarnings("ImmutableEnumChecker") // The functions capture nothing.
    private final Function<ClearStreet, Object> call;

    OperationCall(String id, String method, String path, String body, Function<ClearStreet, Object> call) {
        this.id = id;
        this.method = method;
        this.path = "/v1/accounts/" + Parties.ACCOUNT + "/" + path;
        this.body = body;
        this.call = call;
    }

    String id() {
        return id;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Empty if none is sent. */
    String body() {
        return body;
    }

    Object call(ClearStreet clearStreet) {
        return call.apply(clearStreet);
    }
}
