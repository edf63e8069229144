package io.github.clearstreet.faults;

import static io.github.clearstreet.faults.Caller.ACCOUNT;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import java.util.concurrent.CompletableFuture;

/** Every GET that the client can send. */
enum Read implements Asked {
    GET_POSITIONS {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            clearStreet.positions().withOptions(options).getPositions(ACCOUNT).forEach(position -> {});
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return clearStreet.positions().withOptions(options).async().getPositions(ACCOUNT);
        }
    },
    GET_ORDERS {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            clearStreet.orders().withOptions(options).getOrders(ACCOUNT).forEach(order -> {});
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return clearStreet.orders().withOptions(options).async().getOrders(ACCOUNT);
        }
    },
    GET_ORDER_BY_ID {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            clearStreet.orders().withOptions(options).getOrderById(ACCOUNT, "order-1");
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return clearStreet.orders().withOptions(options).async().getOrderById(ACCOUNT, "order-1");
        }
    },
    GET_EXECUTIONS {
        @Override
        public void call(ClearStreet clearStreet, CallOptions options) {
            clearStreet.orders().withOptions(options).getExecutions(ACCOUNT).forEach(execution -> {});
        }

        @Override
        public CompletableFuture<?> callAsync(ClearStreet clearStreet, CallOptions options) {
            return clearStreet.orders().withOptions(options).async().getExecutions(ACCOUNT);
        }
    };

    @Override
    public String json() {
        return "";
    }
}
