package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancelTest {
    private static final Instant START = Instant.parse("2025-10-03T14:01:15Z");
    private final VirtualClock clock = VirtualClock.at(START);

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT);

    @Test
    void cancel_answersPendingCancel_andTheNextAnswerSaysCanceled() throws Exception {
        String id = openOrder(OrderBehaviour.rests());

        assertThat(status(caller.delete("/orders/" + id))).isEqualTo("PENDING_CANCEL");
        assertThat(status(caller.get("/orders/" + id))).isEqualTo("CANCELED");
    }

    @Test
    void cancel_atOnce_answersCanceled() throws Exception {
        String id = openOrder(OrderBehaviour.rests().cancelsAfter(Trigger.atOnce()));

        assertThat(status(caller.delete("/orders/" + id))).isEqualTo("CANCELED");
    }

    @Test
    void cancel_afterADelay_leavesTheOrderOpenUntilThen() throws Exception {
        String id = openOrder(OrderBehaviour.rests().cancelsAfter(Trigger.elapsed(ofSeconds(2))));
        caller.delete("/orders/" + id);

        clock.advance(ofSeconds(1));
        assertThat(status(caller.get("/orders/" + id))).isEqualTo("PENDING_CANCEL");
        clock.advance(ofSeconds(5));
        assertThat(account.order(id).status()).isEqualTo("CANCELED");
        assertThat(account.order(id).updatedAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void cancel_afterRequests_happensOnTheirArrival() throws Exception {
        String id = openOrder(OrderBehaviour.rests().cancelsAfter(Trigger.requests(2)));
        caller.delete("/orders/" + id);

        assertThat(status(caller.get("/orders/" + id))).isEqualTo("PENDING_CANCEL");
        assertThat(status(caller.get("/orders/" + id))).isEqualTo("CANCELED");
    }

    @Test
    void fill_whileACancelIsUnderWay_keepsTheStatusUntilAllIsFilled() throws Exception {
        String id = openOrder(OrderBehaviour.rests().cancelsAfter(Trigger.elapsed(ofSeconds(9))));
        caller.delete("/orders/" + id);

        account.fill(id, "4", "100");
        assertThat(account.order(id).status()).isEqualTo("PENDING_CANCEL");
        account.fill(id);

        assertThat(account.order(id).status()).isEqualTo("FILLED");
        clock.advance(ofSeconds(10));
        assertThat(account.order(id).status()).isEqualTo("FILLED");
    }

    @ParameterizedTest
    @CsvSource({"1,CANCELED,0", "2,FILLED,10", "3,FILLED,10"})
    void cancel_racesWithFills_andTheEarlierWins(int seconds, String status, String filled) throws Exception {
        String id = openOrder(OrderBehaviour.rests()
                .fills(Trigger.elapsed(ofSeconds(2)))
                .cancelsAfter(Trigger.elapsed(ofSeconds(seconds))));
        caller.delete("/orders/" + id);

        clock.advance(ofSeconds(60));

        assertThat(account.order(id).status()).isEqualTo(status);
        assertThat(account.order(id).filledQuantity()).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource({"4,CANCELED,4", "10,FILLED,10", "11,FILLED,10"})
    void fillsBeforeCancelling_letsTheFillWin(String quantity, String status, String filled) throws Exception {
        String id = openOrder(OrderBehaviour.rests().fillsBeforeCancelling(quantity, Trigger.afterTheResponse()));

        assertThat(status(caller.delete("/orders/" + id))).isEqualTo("PENDING_CANCEL");

        assertThat(account.order(id).status()).isEqualTo(status);
        assertThat(account.order(id).filledQuantity()).isEqualTo(filled);
    }

    @Test
    void fillsBeforeCancelling_ofAQueuedOrder_fillsNothing() throws Exception {
        String id = openOrder(OrderBehaviour.queuesUntil(START.plusSeconds(60))
                .fillsBeforeCancelling("4", Trigger.afterTheResponse()));

        caller.delete("/orders/" + id);

        assertThat(account.order(id).status()).isEqualTo("CANCELED");
        assertThat(account.fills()).isEmpty();
    }

    @Test
    void refusesToCancel_worksOn_andCanBeAskedAgain() throws Exception {
        String id = openOrder(OrderBehaviour.rests().refusesToCancel(Trigger.elapsed(ofSeconds(1))));

        for (String then : new String[] {"NEW", "PARTIALLY_FILLED"}) {
            assertThat(status(caller.delete("/orders/" + id))).isEqualTo("PENDING_CANCEL");
            clock.advance(ofSeconds(1));
            assertThat(account.order(id).status()).isEqualTo(then);
            account.fill(id, "1", "100");
        }
    }

    @Test
    void cancel_whileACancelIsUnderWay_changesNothing() throws Exception {
        String id = openOrder(OrderBehaviour.rests().cancelsAfter(Trigger.elapsed(ofSeconds(2))));
        caller.delete("/orders/" + id);
        clock.advance(ofSeconds(1));

        assertThat(status(caller.delete("/orders/" + id))).isEqualTo("PENDING_CANCEL");
        clock.advance(ofSeconds(1));

        assertThat(account.order(id).status()).isEqualTo("CANCELED");
    }

    @Test
    void cancel_ofAnUnknownOrAFinalOrder_answers404() throws Exception {
        String id = openOrder(OrderBehaviour.rests());
        account.fillAll();

        assertThat(caller.delete("/orders/" + id).statusCode()).isEqualTo(404);
        assertThat(caller.delete("/orders/no-such-order").statusCode()).isEqualTo(404);
        assertThat(account.order(id).status()).isEqualTo("FILLED");
    }

    @Test
    void cancelAll_asksForAllOpenOrders_andAnswers404WhenThereIsNone() throws Exception {
        openOrder(OrderBehaviour.rests());
        openOrder(OrderBehaviour.rests());
        account.fill(account.orders().get(0).id());

        HttpResponse<String> answer = caller.delete("/orders");

        assertThat(json(answer).path("data").findValuesAsText("status")).containsExactly("PENDING_CANCEL");
        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("FILLED", "CANCELED");
        assertThat(caller.delete("/orders").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "side=BUY|GOOG",
                "side=SELL_SHORT|ACME",
                "type=LIMIT|ACME",
                "instrument_type=OPTION|TSLA",
                "instrument_ids=GOOG,TSLA|GOOG TSLA",
                "instrument_ids=c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa|GOOG"
            })
    void cancelAll_withFilters_cancelsOnlyWhatPasses(String query, String cancelled) throws Exception {
        sandbox.instrument(SandboxInstrument.stock("TSLA").withType("OPTION"));
        account.openOrder(OrderTicket.buy("GOOG", "1"))
                .openOrder(OrderTicket.sellShort("ACME", "1").limit("9"))
                .openOrder(OrderTicket.sell("TSLA", "1"));

        assertThat(caller.delete("/orders?" + query).statusCode()).isEqualTo(200);

        assertThat(account.orders().stream()
                        .filter(order -> order.status().equals("CANCELED"))
                        .map(SandboxOrder::symbol))
                .containsExactly(cancelled.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"side=LONG", "type=BIG", "instrument_type=X", "instrument_ids=", "symbol=GOOG", "Side=BUY"})
    void cancelAll_withAnUnreadableFilter_answers400AndCancelsNothing(String query) throws Exception {
        openOrder(OrderBehaviour.rests());

        assertThat(caller.delete("/orders?" + query).statusCode()).isEqualTo(400);
        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("NEW");
    }

    @Test
    void closePositions_withCancelOrders_doesNotAwaitTheCancels() throws Exception {
        openOrder(OrderBehaviour.rests().cancelsAfter(Trigger.elapsed(ofSeconds(9))));
        account.position("GOOG", "25");

        caller.close("{\"cancel_orders\": true}");

        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("PENDING_CANCEL", "PENDING_NEW");
    }

    @Test
    void fillsBeforeCancelling_withABadQuantity_isRefused() {
        OrderBehaviour behaviour = OrderBehaviour.rests();

        assertThatThrownBy(() -> behaviour.fillsBeforeCancelling("0", Trigger.atOnce()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String openOrder(OrderBehaviour behaviour) {
        account.openOrder(OrderTicket.sell("GOOG", "10"), behaviour);
        return account.orders().get(account.orders().size() - 1).id();
    }

    private static String status(HttpResponse<String> answer) {
        return json(answer).at("/data/status").asText();
    }
}
