package io.github.clearstreet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.api.OrdersApi.CancelAllOpenOrdersQuery;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.SecurityType;
import io.github.clearstreet.model.Side;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing one position, reading one order, and cancelling orders. */
@ExtendWith(FreshPact.class)
class OneByOneConsumerTest {
    private static final Order BEING_CANCELLED = ExpectedOrders.pending().toBuilder()
            .status(OrderStatus.PENDING_CANCEL)
            .build();

    @Test
    void closePosition_ofALongPosition_returnsTheClosingOrder() {
        ApiResponse<List<Order>> response = ConsumerRun.of(
                        OperationCall.CLOSE_POSITION, "closes the position", ProviderStates.ONE_POSITION)
                .answers(Answers.list(Orders::pending), api -> api.positions().closePosition(Parties.ACCOUNT, "GOOG"));

        assertThat(response.data()).containsExactly(ExpectedOrders.pending());
        assertThat(response.requestId()).contains(Answers.REQUEST_ID);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closePosition_whenToldWhatToDoWithOpenOrders_saysSo(boolean cancelOrders) {
        ClosePositionsRequest request =
                ClosePositionsRequest.builder().cancelOrders(cancelOrders).build();

        ApiResponse<List<Order>> response = ConsumerRun.of(
                        OperationCall.CLOSE_POSITION,
                        "closes the position, open orders " + (cancelOrders ? "cancelled" : "kept"),
                        ProviderStates.OPEN_ORDER)
                .body(cancelOrders ? Interactions.CANCEL_ORDERS : Interactions.KEEP_ORDERS)
                .answers(
                        Answers.list(Orders::pending),
                        api -> api.positions().closePosition(Parties.ACCOUNT, "GOOG", request));

        assertThat(response.data()).containsExactly(ExpectedOrders.pending());
    }

    @Test
    void closePosition_whenThereIsNone_returnsNoOrders() {
        ApiResponse<List<Order>> response = ConsumerRun.of(
                        OperationCall.CLOSE_POSITION, "finds no position", ProviderStates.NO_POSITION)
                .answers(Answers.emptyList(), api -> api.positions().closePosition(Parties.ACCOUNT, "GOOG"));

        assertThat(response.data()).isEmpty();
    }

    @Test
    void getOrderById_returnsTheOrder() {
        ApiResponse<Order> response = ConsumerRun.of(
                        OperationCall.GET_ORDER_BY_ID, "reads the order", ProviderStates.KNOWN_ORDER)
                .answers(Answers.one(Orders::pending), api -> api.orders().getOrderById(Parties.ACCOUNT, Orders.ID));

        assertThat(response.data()).isEqualTo(ExpectedOrders.pending());
        assertThat(response.requestId()).contains(Answers.REQUEST_ID);
    }

    @Test
    void submitOrders_returnsTheOrderWithTheClientsId() {
        ApiResponse<List<Order>> response = ConsumerRun.of(
                        OperationCall.SUBMIT_ORDERS, "submits a market order", ProviderStates.ONE_POSITION)
                .answers(
                        Answers.list(Orders::submitted),
                        api -> api.orders().submitOrders(Parties.ACCOUNT, List.of(Interactions.newOrder())));

        assertThat(response.data())
                .containsExactly(ExpectedOrders.pending().toBuilder()
                        .clientOrderId("close-GOOG-1")
                        .build());
    }

    @Test
    void submitOrders_thatARiskCheckRefuses_isRejectedWithTheReason() {
        RejectedException refusal = ConsumerRun.of(
                        OperationCall.SUBMIT_ORDERS, "is refused by a risk check", ProviderStates.RISK_CHECK)
                .answers(
                        Answers.errorWithDetails(400, "The order was rejected.", "reason", "BUYING_POWER"),
                        api -> catchThrowableOfType(
                                RejectedException.class,
                                () -> api.orders().submitOrders(Parties.ACCOUNT, List.of(Interactions.newOrder()))));

        assertThat(refusal.error().orElseThrow().details().orElseThrow().toString())
                .contains("BUYING_POWER");
    }

    @Test
    void cancelOpenOrder_returnsTheOrderThatIsBeingCancelled() {
        ApiResponse<Order> response = ConsumerRun.of(
                        OperationCall.CANCEL_OPEN_ORDER, "asks to cancel the order", ProviderStates.KNOWN_ORDER)
                .answers(
                        Answers.one(Orders::beingCancelled),
                        api -> api.orders().cancelOpenOrder(Parties.ACCOUNT, Orders.ID));

        assertThat(response.data()).isEqualTo(BEING_CANCELLED);
    }

    @Test
    void cancelAllOpenOrders_returnsTheOrdersThatAreBeingCancelled() {
        ApiResponse<List<Order>> response = cancelAll(
                ConsumerRun.of(
                        OperationCall.CANCEL_ALL_OPEN_ORDERS, "asks to cancel all orders", ProviderStates.KNOWN_ORDER),
                api -> api.orders().cancelAllOpenOrders(Parties.ACCOUNT));

        assertThat(response.data()).containsExactly(BEING_CANCELLED);
    }

    @Test
    void cancelAllOpenOrders_withEveryFilter_sendsEachAsOneParameter() {
        CancelAllOpenOrdersQuery query = CancelAllOpenOrdersQuery.builder()
                .side(Side.SELL)
                .type(OrderType.MARKET)
                .instrumentType(SecurityType.COMMON_STOCK)
                .instrumentIds(List.of("GOOG", "MSFT"))
                .build();

        ApiResponse<List<Order>> response = cancelAll(
                ConsumerRun.of(
                                OperationCall.CANCEL_ALL_OPEN_ORDERS,
                                "asks to cancel orders that pass every filter",
                                ProviderStates.KNOWN_ORDER)
                        .query("side", "SELL")
                        .query("type", "MARKET")
                        .query("instrument_type", "COMMON_STOCK")
                        .query("instrument_ids", "GOOG,MSFT"),
                api -> api.orders().cancelAllOpenOrders(Parties.ACCOUNT, query));

        assertThat(response.data()).containsExactly(BEING_CANCELLED);
    }

    private static ApiResponse<List<Order>> cancelAll(
            ConsumerRun run, Function<ClearStreet, ApiResponse<List<Order>>> call) {
        return run.answers(Answers.list(Orders::beingCancelled), call);
    }
}
