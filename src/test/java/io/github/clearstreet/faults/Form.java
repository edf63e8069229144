package io.github.clearstreet.faults;

import static io.github.clearstreet.faults.Caller.ACCOUNT;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.Orders;
import io.github.clearstreet.Positions;
import io.github.clearstreet.model.ClosePositionsRequest;
import java.util.concurrent.CompletableFuture;

/** Every DELETE that the client can send: all operations, and close_positions with both bodies. */
enum Form implements Asked {
    CANCEL_ORDERS("{\"cancel_orders\":true}") {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            positions(clearStreet, options).closePositions(ACCOUNT, REQUEST);
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return positions(clearStreet, options).async().closePositions(ACCOUNT, REQUEST);
        }
    },
    NOTHING_CHOSEN("{}") {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            positions(clearStreet, options).closePositions(ACCOUNT);
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return positions(clearStreet, options).async().closePositions(ACCOUNT);
        }
    },
    CLOSE_POSITION("{}") {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            positions(clearStreet, options).closePosition(ACCOUNT, "GOOG");
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return positions(clearStreet, options).async().closePosition(ACCOUNT, "GOOG");
        }
    },
    CANCEL_OPEN_ORDER("") {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            orders(clearStreet, options).cancelOpenOrder(ACCOUNT, "order-1");
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return orders(clearStreet, options).async().cancelOpenOrder(ACCOUNT, "order-1");
        }
    },
    CANCEL_ALL_OPEN_ORDERS("") {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            orders(clearStreet, options).cancelAllOpenOrders(ACCOUNT);
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return orders(clearStreet, options).async().cancelAllOpenOrders(ACCOUNT);
        }
    };

    private static final ClosePositionsRequest REQUEST =
            ClosePositionsRequest.builder().cancelOrders(true).build();

    private final String json;

    Form(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }

    private static Positions positions(ClearStreet clearStreet, CallOptions options) {
        return clearStreet.positions().withOptions(options);
    }

    private static Orders orders(ClearStreet clearStreet, CallOptions options) {
        return clearStreet.orders().withOptions(options);
    }
}
