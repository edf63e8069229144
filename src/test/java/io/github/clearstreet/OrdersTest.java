package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.api.OrdersApi.CancelAllOpenOrdersQuery;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each in both styles. */
@ParameterizedClass
@EnumSource
class OrdersTest {
    private static final long ACCOUNT = 19816;

    private final Sandbox sandbox = Sandbox.start();
    private final ClearStreet clearStreet = ClearStreet.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .build();
    private final CallStyle.StyledOrders orders;

    OrdersTest(CallStyle style) {
        orders = style.orders(clearStreet);
    }

    @BeforeEach
    void haveTwoOpenOrders() {
        sandbox.account(ACCOUNT).openOrder(OrderTicket.buy("AAPL", "10")).openOrder(OrderTicket.sell("GOOG", "5"));
    }

    @AfterEach
    void stop() {
        clearStreet.close();
        sandbox.close();
    }

    @Test
    void getOrders_listsEveryOrder() {
        assertThat(orders.getOrders(ACCOUNT)).extracting(Order::id).containsExactlyInAnyOrder(id(0), id(1));
    }

    @Test
    void getOrders_overSeveralPages_repeatsTheFilters() {
        GetOrdersQuery query = GetOrdersQuery.builder()
                .status(List.of(OrderStatus.NEW))
                .pageSize(1)
                .build();

        assertThat(orders.getOrders(ACCOUNT, query)).extracting(Order::id).containsExactlyInAnyOrder(id(0), id(1));
        assertThat(sandbox.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.query())
                        .hasValueSatisfying(text -> assertThat(text).contains("status=NEW")));
    }

    @Test
    void getOrders_withFilters_sendsThem() {
        GetOrdersQuery query = GetOrdersQuery.builder()
                .symbol("GOOG")
                .status(List.of(OrderStatus.NEW, OrderStatus.PARTIALLY_FILLED))
                .pageSize(7)
                .build();

        assertThat(orders.getOrders(ACCOUNT, query)).extracting(Order::id).containsExactly(id(1));
        assertThat(clearStreet.orders().async().getOrders(ACCOUNT, query).join())
                .extracting(Order::id)
                .containsExactly(id(1));
        assertThat(sandbox.requests())
                .extracting(request -> request.query().orElse(""))
                .containsOnly("page_size=7&status=NEW%2CPARTIALLY_FILLED&symbol=GOOG");
    }

    @Test
    void getOrderById_readsTheOrder() {
        assertThat(orders.getOrderById(ACCOUNT, id(0)).data().symbol()).contains("AAPL");
        assertThat(clearStreet
                        .orders()
                        .async()
                        .getOrderById(ACCOUNT, id(0))
                        .join()
                        .data()
                        .id())
                .isEqualTo(id(0));
        assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsOnly("GET");
    }

    @Test
    void getOrderById_whenThereIsNone_isRejectedAndSaysThatNothingWasChanged() {
        RejectedException e =
                catchThrowableOfType(RejectedException.class, () -> orders.getOrderById(ACCOUNT, "nobody"));

        assertThat(e.operation()).isEqualTo("get_order_by_id");
        assertThat(e.status()).hasValue(404);
        assertThat(e).hasMessageContaining("Nothing was changed; it may be repeated.");
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void cancelOpenOrder_asksForTheCancelOnce() {
        Order order = orders.cancelOpenOrder(ACCOUNT, id(0)).data();

        assertThat(order.id()).isEqualTo(id(0));
        assertThat(sandbox.account(ACCOUNT).order(id(0)).status()).isIn("PENDING_CANCEL", "CANCELED");
        assertThat(sandbox.account(ACCOUNT).order(id(1)).status()).isEqualTo("NEW");
        assertThat(sandbox.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("DELETE");
            assertThat(request.body()).isEmpty();
        });
    }

    @Test
    void cancelOpenOrder_whenThereIsNoSuchOrder_saysToLook() {
        RejectedException e =
                catchThrowableOfType(RejectedException.class, () -> orders.cancelOpenOrder(ACCOUNT, "nobody"));

        assertThat(e)
                .hasMessageContaining("cancel_open_order")
                .hasMessageContaining("is not there, or not any more: look");
    }

    @Test
    void cancelOpenOrder_whenTheAnswerIsLost_isUnknownAndNotSentAgain() {
        sandbox.nextCall(Fault.drops().afterExecuting());

        OutcomeUnknownException e =
                catchThrowableOfType(OutcomeUnknownException.class, () -> orders.cancelOpenOrder(ACCOUNT, id(0)));

        assertThat(e).hasMessageContaining("It may have been carried out");
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void cancelAllOpenOrders_asksForAll() {
        assertThat(orders.cancelAllOpenOrders(ACCOUNT).data()).hasSize(2);
        assertThat(onlyRequest().query()).isEmpty();
    }

    @Test
    void cancelAllOpenOrders_withFilters_cancelsOnlyThose() {
        CancelAllOpenOrdersQuery query = CancelAllOpenOrdersQuery.builder()
                .side(Side.SELL)
                .instrumentIds(List.of("GOOG", "MSFT"))
                .build();

        assertThat(orders.cancelAllOpenOrders(ACCOUNT, query).data())
                .extracting(Order::id)
                .containsExactly(id(1));
        assertThat(onlyRequest().query()).contains("instrument_ids=GOOG%2CMSFT&side=SELL");
        assertThat(sandbox.account(ACCOUNT).order(id(0)).status()).isEqualTo("NEW");
    }

    @Test
    void cancelAllOpenOrders_whenNothingMatches_isRejected() {
        CancelAllOpenOrdersQuery query =
                CancelAllOpenOrdersQuery.builder().side(Side.SELL_SHORT).build();

        RejectedException e =
                catchThrowableOfType(RejectedException.class, () -> orders.cancelAllOpenOrders(ACCOUNT, query));

        assertThat(e.status()).hasValue(404);
    }

    @Test
    void withOptions_usesThem() {
        CallOptions options = CallOptions.defaults().withHeader("traceparent", "00-1");

        orders.withOptions(options).getOrderById(ACCOUNT, id(0));
        orders.withOptions(options).cancelOpenOrder(ACCOUNT, id(0));
        clearStreet
                .orders()
                .async()
                .withOptions(options)
                .cancelOpenOrder(ACCOUNT, id(1))
                .join();

        assertThat(sandbox.requests())
                .extracting(request -> request.header("traceparent").orElse("none"))
                .containsOnly("00-1");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void everyOperation_withoutAnAccount_isRefusedAtOnce(long accountId) {
        Positions positions = clearStreet.positions();
        List<Supplier<?>> calls = List.of(
                () -> orders.getOrders(accountId),
                () -> orders.getOrderById(accountId, "a"),
                () -> orders.cancelOpenOrder(accountId, "a"),
                () -> orders.cancelAllOpenOrders(accountId),
                () -> positions.getPositions(accountId),
                () -> positions.closePosition(accountId, "a"));
        List<Supplier<CompletableFuture<?>>> begun = List.of(
                () -> clearStreet.orders().async().getOrders(accountId),
                () -> clearStreet.orders().async().getOrderById(accountId, "a"),
                () -> clearStreet.orders().async().cancelOpenOrder(accountId, "a"),
                () -> clearStreet.orders().async().cancelAllOpenOrders(accountId),
                () -> positions.async().getPositions(accountId),
                () -> positions.async().closePosition(accountId, "a"));

        assertThat(Stream.concat(calls.stream(), begun.stream()))
                .allSatisfy(call -> assertThatIllegalArgumentException()
                        .isThrownBy(call::get)
                        .withMessageContaining("accountId"));
        assertThat(sandbox.requests()).isEmpty();
    }

    private String id(int index) {
        return sandbox.account(ACCOUNT).orders().get(index).id();
    }

    private SandboxRequest onlyRequest() {
        assertThat(sandbox.requests()).hasSize(1);
        return sandbox.requests().get(0);
    }
}
