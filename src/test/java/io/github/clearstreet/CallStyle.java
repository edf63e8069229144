package io.github.clearstreet;

import io.github.clearstreet.api.OrdersApi.CancelAllOpenOrdersQuery;
import io.github.clearstreet.api.OrdersApi.GetExecutionsQuery;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.Position;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** How a test calls the facade: one definition of a test holds both styles to the same. */
enum CallStyle {
    BLOCKING,
    ASYNCHRONOUS;

    StyledPositions positions(ClearStreet client) {
        return new StyledPositions(this, client.positions());
    }

    StyledOrders orders(ClearStreet client) {
        return new StyledOrders(this, client.orders());
    }

    private <B, A, T> T call(B blocking, A async, Function<B, T> call, Function<A, CompletableFuture<T>> begin) {
        return this == BLOCKING ? call.apply(blocking) : resultOf(begin.apply(async));
    }

    /** Waits, and throws what a blocking call would throw. */
    static <T> T resultOf(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** The operations of {@link Positions} and {@link AsyncPositions}. */
    record StyledPositions(CallStyle style, Positions positions) {
        StyledPositions withOptions(CallOptions options) {
            return new StyledPositions(style, positions.withOptions(options));
        }

        List<Position> getPositions(long accountId) {
            return call(p -> p.getPositions(accountId).stream().toList(), p -> p.getPositions(accountId));
        }

        List<Position> getPositions(long accountId, GetPositionsQuery query) {
            return call(p -> p.getPositions(accountId, query).stream().toList(), p -> p.getPositions(accountId, query));
        }

        ApiResponse<List<Position>> getPositionsPage(long accountId, GetPositionsQuery query) {
            return call(p -> p.getPositionsPage(accountId, query), p -> p.getPositionsPage(accountId, query));
        }

        ApiResponse<List<Order>> closePositions(long accountId) {
            return call(p -> p.closePositions(accountId), p -> p.closePositions(accountId));
        }

        ApiResponse<List<Order>> closePositions(long accountId, ClosePositionsRequest request) {
            return call(p -> p.closePositions(accountId, request), p -> p.closePositions(accountId, request));
        }

        ApiResponse<List<Order>> closePosition(long accountId, String instrumentId) {
            return call(p -> p.closePosition(accountId, instrumentId), p -> p.closePosition(accountId, instrumentId));
        }

        ApiResponse<List<Order>> closePosition(long accountId, String instrumentId, ClosePositionsRequest request) {
            return call(
                    p -> p.closePosition(accountId, instrumentId, request),
                    p -> p.closePosition(accountId, instrumentId, request));
        }

        private <T> T call(Function<Positions, T> call, Function<AsyncPositions, CompletableFuture<T>> begin) {
            return style.call(positions, positions.async(), call, begin);
        }
    }

    /** The operations of {@link Orders} and {@link AsyncOrders}. */
    record StyledOrders(CallStyle style, Orders orders) {
        StyledOrders withOptions(CallOptions options) {
            return new StyledOrders(style, orders.withOptions(options));
        }

        List<Order> getOrders(long accountId) {
            return call(o -> o.getOrders(accountId).stream().toList(), o -> o.getOrders(accountId));
        }

        List<Order> getOrders(long accountId, GetOrdersQuery query) {
            return call(o -> o.getOrders(accountId, query).stream().toList(), o -> o.getOrders(accountId, query));
        }

        List<Execution> getExecutions(long accountId) {
            return call(o -> o.getExecutions(accountId).stream().toList(), o -> o.getExecutions(accountId));
        }

        List<Execution> getExecutions(long accountId, GetExecutionsQuery query) {
            return call(
                    o -> o.getExecutions(accountId, query).stream().toList(), o -> o.getExecutions(accountId, query));
        }

        ApiResponse<Order> getOrderById(long accountId, String orderId) {
            return call(o -> o.getOrderById(accountId, orderId), o -> o.getOrderById(accountId, orderId));
        }

        ApiResponse<List<Order>> submitOrders(long accountId, List<NewOrder> newOrders) {
            return call(o -> o.submitOrders(accountId, newOrders), o -> o.submitOrders(accountId, newOrders));
        }

        ApiResponse<Order> cancelOpenOrder(long accountId, String orderId) {
            return call(o -> o.cancelOpenOrder(accountId, orderId), o -> o.cancelOpenOrder(accountId, orderId));
        }

        ApiResponse<List<Order>> cancelAllOpenOrders(long accountId) {
            return call(o -> o.cancelAllOpenOrders(accountId), o -> o.cancelAllOpenOrders(accountId));
        }

        ApiResponse<List<Order>> cancelAllOpenOrders(long accountId, CancelAllOpenOrdersQuery query) {
            return call(o -> o.cancelAllOpenOrders(accountId, query), o -> o.cancelAllOpenOrders(accountId, query));
        }

        private <T> T call(Function<Orders, T> call, Function<AsyncOrders, CompletableFuture<T>> begin) {
            return style.call(orders, orders.async(), call, begin);
        }
    }
}
