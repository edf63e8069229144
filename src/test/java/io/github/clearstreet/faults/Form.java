package io.github.clearstreet.faults;

import static io.github.clearstreet.faults.Caller.ACCOUNT;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.Orders;
import io.github.clearstreet.Positions;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.model.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Every change that the client can send: all operations, and close_positions with both bodies. */
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
    },
    SUBMIT_ORDERS("[{\"id\":\"mine\",\"symbol\":\"GOOG\",\"side\":\"SELL\",\"quantity\":\"25\","
            + "\"order_type\":\"MARKET\",\"time_in_force\":\"DAY\"}]") {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            orders(clearStreet, options).submitOrders(ACCOUNT, List.of(NEW_ORDER));
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return orders(clearStreet, options).async().submitOrders(ACCOUNT, List.of(NEW_ORDER));
        }
    };

    private static final ClosePositionsRequest REQUEST =
            ClosePositionsRequest.builder().cancelOrders(true).build();

    private static final NewOrder NEW_ORDER = NewOrder.builder()
            .id("mine")
            .symbol("GOOG")
            .side(Side.SELL)
            .quantity(new BigDecimal("25"))
            .orderType(OrderType.MARKET)
            .timeInForce(TimeInForce.DAY)
            .build();

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
