package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.api.OrdersApi.GetExecutionsQuery;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.model.TimeInForce;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxOrder;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client's own orders, and the executions that say what became of them. */
class SubmitOrdersTest {
    private static final long ACCOUNT = 19816;
    private static final NewOrder SELL = NewOrder.builder()
            .id("close-GOOG-1")
            .symbol("GOOG")
            .side(Side.SELL)
            .quantity(new BigDecimal("5"))
            .orderType(OrderType.MARKET)
            .timeInForce(TimeInForce.DAY)
            .build();

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @AutoClose
    private final ClearStreet clearStreet = ClearStreet.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .build();

    private final Orders orders = clearStreet.orders();

    @ParameterizedTest
    @EnumSource
    void submitOrders_sendsTheListOnce_andReturnsTheOrders(CallStyle style) {
        sandbox.account(ACCOUNT);

        List<Order> accepted =
                style.orders(clearStreet).submitOrders(ACCOUNT, List.of(SELL)).data();

        assertThat(accepted)
                .singleElement()
                .satisfies(order -> assertThat(order.clientOrderId()).contains("close-GOOG-1"));
        assertThat(sandbox.requests()).singleElement().satisfies(request -> {
            assertThat(request.operationId()).contains("submit_orders");
            assertThat(request.body())
                    .startsWith("[{")
                    .contains("\"id\":\"close-GOOG-1\"", "\"quantity\":\"5\"", "\"order_type\":\"MARKET\"");
        });
    }

    @ParameterizedTest
    @EnumSource
    void submitOrders_whenServerDropsAfterExecuting_isSentOnceAndReportsUnknown_andTheOrderIsFoundByItsId(
            CallStyle style) {
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.drops().afterExecuting());

        OutcomeUnknownException e = catchThrowableOfType(
                OutcomeUnknownException.class, () -> style.orders(clearStreet).submitOrders(ACCOUNT, List.of(SELL)));

        assertThat(e.operation()).isEqualTo("submit_orders");
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(orders.getOrders(
                        ACCOUNT,
                        GetOrdersQuery.builder()
                                .orderIds(List.of("close-GOOG-1"))
                                .build()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void submitOrders_ofAUsedId_isRejectedAndMakesNoSecondOrder(CallStyle style) {
        sandbox.account(ACCOUNT);
        assertThat(style.orders(clearStreet)
                        .submitOrders(ACCOUNT, List.of(SELL))
                        .data())
                .hasSize(1);

        RejectedException e = catchThrowableOfType(
                RejectedException.class, () -> style.orders(clearStreet).submitOrders(ACCOUNT, List.of(SELL)));

        assertThat(e.status()).hasValue(409);
        assertThat(sandbox.account(ACCOUNT).orders()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void submitOrders_thatARiskCheckRefuses_isRejectedWithTheReason(CallStyle style) {
        sandbox.account(ACCOUNT).riskRejection("GOOG", "SELF_MATCH");

        RejectedException e = catchThrowableOfType(
                RejectedException.class, () -> style.orders(clearStreet).submitOrders(ACCOUNT, List.of(SELL)));

        assertThat(e.error().orElseThrow().details().orElseThrow().toString()).contains("SELF_MATCH");
        assertThat(e).hasMessageContaining("Nothing was changed.");
    }

    @Test
    void submitOrders_ofWhatCannotBeMeant_isRefusedAtTheDoor() {
        sandbox.account(ACCOUNT);
        List<Function<NewOrder.Builder, NewOrder.Builder>> wrong = List.of(
                order -> order.symbol(null),
                order -> order.symbol(" "),
                order -> order.quantity(BigDecimal.ZERO),
                order -> order.quantity(new BigDecimal("-1")),
                order -> order.id(" "),
                order -> order.id("x".repeat(65)));

        assertThat(wrong)
                .allSatisfy(change -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> orders.submitOrders(
                                ACCOUNT, List.of(change.apply(SELL.toBuilder()).build()))));
        assertThatIllegalArgumentException().isThrownBy(() -> orders.submitOrders(ACCOUNT, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> orders.submitOrders(ACCOUNT, List.of(SELL, SELL)));
        assertThatIllegalArgumentException().isThrownBy(() -> orders.async().submitOrders(0, List.of(SELL)));
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void getExecutions_listsTheFillsOfAllPages_newestFirst() {
        sandbox.account(ACCOUNT);
        orders.submitOrders(ACCOUNT, List.of(SELL));
        String id = sandbox.account(ACCOUNT).orders().stream()
                .map(SandboxOrder::id)
                .findFirst()
                .orElseThrow();
        sandbox.account(ACCOUNT).fill(id, "2", "100").fill(id, "3", "101");
        GetExecutionsQuery onePerPage = GetExecutionsQuery.builder().pageSize(1).build();

        assertThat(orders.getExecutions(ACCOUNT, onePerPage))
                .extracting(Execution::quantity)
                .containsExactly(new BigDecimal("3"), new BigDecimal("2"));
        assertThat(orders.getExecutions(ACCOUNT))
                .allSatisfy(execution -> assertThat(execution.orderId()).isEqualTo(id));
        assertThat(orders.async().getExecutions(ACCOUNT).join()).hasSize(2);
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsOnly("POST", "GET");
    }

    @Test
    void getExecutions_isRepeatedAfterAFailure_sinceItOnlyReads() {
        sandbox.account(ACCOUNT);
        sandbox.nextCall(Fault.drops());

        assertThat(orders.getExecutions(ACCOUNT)).isEmpty();
        assertThat(sandbox.requests()).hasSize(2);
    }
}
