package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.Orders;
import io.github.clearstreet.Positions;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.Position;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The requests of one run: each at the shared pace, within what is left of the run, and with its id noted. */
final class AccountCalls {
    private final long accountId;
    private final ClearStreet clearStreet;
    private final Settings settings;
    private final RateLimit rateLimit;
    private final RunTime time;
    private final RunLog log;
    private final CallOptions options;
    private boolean hasTurn;
    private boolean waitsForNone;

    AccountCalls(
            long accountId,
            ClearStreet clearStreet,
            Settings settings,
            RateLimit rateLimit,
            RunTime time,
            RunLog log,
            CallOptions options) {
        this.accountId = accountId;
        this.clearStreet = clearStreet;
        this.settings = settings;
        this.rateLimit = rateLimit;
        this.time = time;
        this.log = log;
        this.options = options;
    }

    ApiResponse<List<Position>> positionsPage(GetPositionsQuery query) {
        return send(options ->
                first(positions(options).getPositions(accountId, query).pages()));
    }

    ApiResponse<List<Order>> ordersPage(GetOrdersQuery query) {
        return send(options -> first(orders(options).getOrders(accountId, query).pages()));
    }

    ApiResponse<List<Order>> closePositions(boolean cancelOrders) {
        return send(options -> positions(options).closePositions(accountId, request(cancelOrders)));
    }

    ApiResponse<List<Order>> closePosition(String instrumentId, boolean cancelOrders) {
        return send(options -> positions(options).closePosition(accountId, instrumentId, request(cancelOrders)));
    }

    ApiResponse<List<Order>> cancelAllOpenOrders() {
        return send(options -> orders(options).cancelAllOpenOrders(accountId));
    }

    ApiResponse<Order> cancelOpenOrder(String orderId) {
        return send(options -> orders(options).cancelOpenOrder(accountId, orderId));
    }

    /** True if there is time to send a request that changes something, and to learn what became of it. */
    boolean hasTimeToChange() {
        return time.atMost(settings.callDeadline()).equals(settings.callDeadline());
    }

    /** Ends the run if its client was closed: nothing can be read or sent any more. */
    void checkOpen() {
        if (clearStreet.isClosed()) {
            throw new RunEnded(
                    StopReason.CLIENT_CLOSED,
                    "The client was closed. Orders that are listed as open stay open; flatten again with an open client.");
        }
    }

    /** Waits for the turn of the next request, so that what is decided after that is sent at once. */
    void awaitTurn() {
        if (hasTurn) {
            return;
        }
        Duration turn = rateLimit.reserve();
        if (!waitsForNone && !turn.isZero()) {
            time.pause(turn);
        }
        hasTurn = true;
    }

    /**
     * Waits for the turn of the first request of the work, and does the work without further turns: no wait comes between
     * the last look at the orders and what it leads to.
     */
    void withoutWaiting(Runnable work) {
        awaitTurn();
        waitsForNone = true;
        try {
            work.run();
        } finally {
            waitsForNone = false;
        }
    }

    private <T> ApiResponse<T> send(Function<CallOptions, ApiResponse<T>> call) {
        time.check();
        awaitTurn();
        hasTurn = false;
        try {
            ApiResponse<T> response = call.apply(options.withDeadline(time.atMost(settings.callDeadline())));
            log.request(response.requestId());
            return response;
        } catch (ClearStreetException e) {
            log.request(e.requestId());
            e.retryAfter().ifPresent(wait -> rateLimit.closeUntil(time.now().plus(atMostAnHour(wait))));
            throw e;
        }
    }

    /** What a server asks for is a wish, and may be nonsense. */
    private static Duration atMostAnHour(Duration wait) {
        Duration hour = Duration.ofHours(1);
        return wait.compareTo(hour) < 0 ? wait : hour;
    }

    private Positions positions(CallOptions options) {
        return clearStreet.positions().withOptions(options);
    }

    private Orders orders(CallOptions options) {
        return clearStreet.orders().withOptions(options);
    }

    private static ClosePositionsRequest request(boolean cancelOrders) {
        return ClosePositionsRequest.builder().cancelOrders(cancelOrders).build();
    }

    /** One page, and not the ones behind it: each of those gets a turn and a deadline of its own. */
    private static <T> T first(Iterable<T> pages) {
        return pages.iterator().next();
    }
}
