package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are less kind than a simple one. */
class ConditionsTest {
    private static final String OPTION = "GOOG  251219C00250000";
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2025-10-03T14:00:00Z"));

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "25");

    @Test
    void positionsLag_showsWhatWasHeld_whileOrdersAndTheLedgerAreUpToDate() throws Exception {
        clock.advance(ofSeconds(60));
        account.conditions(Conditions.usual().positionsLag(ofSeconds(35)));
        caller.close();
        account.fillAll();

        assertThat(values("/positions", "quantity")).containsExactly("25");
        assertThat(values("/orders", "status")).containsExactly("FILLED");
        assertThat(account.positions()).isEmpty();
        assertThat(json(caller.close()).path("data")).isEmpty();
        clock.advance(ofSeconds(35));
        assertThat(values("/positions", "quantity")).isEmpty();
    }

    @Test
    void positionsAndClosesLag_createsAClosingOrderForWhatIsNotHeldAnyMore() throws Exception {
        clock.advance(ofSeconds(60));
        account.conditions(Conditions.usual().positionsAndClosesLag(ofSeconds(35)));
        caller.close();
        account.fillAll();

        assertThat(json(caller.close()).path("data")).hasSize(1);
    }

    @Test
    void ordersLag_showsAnOrderAndItsFillsLate_whileExecutionsAreUpToDate() throws Exception {
        account.conditions(Conditions.usual().ordersLag(ofSeconds(10)));
        String id = json(caller.close()).at("/data/0/id").asText();
        clock.advance(ofSeconds(5));
        account.fillAll();

        assertThat(values("/orders", "status")).isEmpty();
        assertThat(caller.get("/orders/" + id).statusCode()).isEqualTo(404);
        assertThat(values("/executions", "quantity")).containsExactly("25");
        clock.advance(ofSeconds(5));
        assertThat(values("/orders", "status")).containsExactly("PENDING_NEW");
        clock.advance(ofSeconds(5));
        assertThat(values("/orders", "status")).containsExactly("FILLED");
    }

    @Test
    void executionsLag_showsFillsLate_whilePositionsAreUpToDate() throws Exception {
        account.conditions(Conditions.usual().executionsLag(ofSeconds(60)));
        caller.close();
        account.fillAll();

        assertThat(values("/positions", "quantity")).isEmpty();
        assertThat(values("/executions", "quantity")).isEmpty();
        clock.advance(ofSeconds(60));
        assertThat(values("/executions", "quantity")).containsExactly("25");
    }

    @Test
    void windows_hideOldRows_unlessTheQueryAsksForThem() throws Exception {
        account.openOrder(OrderTicket.buy("ACME", "1"))
                .fillAll()
                .openOrder(OrderTicket.sell("GOOG", "5").withField("client_order_id", "mine"))
                .conditions(Conditions.usual().ordersWindow(ofHours(12)).executionsWindow(ofHours(12)));
        clock.advance(ofDays(1));

        assertThat(values("/orders", "symbol")).isEmpty();
        assertThat(values("/orders?status=NEW", "symbol")).containsExactly("GOOG");
        assertThat(values("/orders?order_ids=mine", "symbol")).containsExactly("GOOG");
        assertThat(values("/orders?from=2025-10-01T00:00:00Z", "symbol")).containsExactly("GOOG", "ACME");
        assertThat(values("/executions", "symbol")).isEmpty();
        assertThat(values("/executions?from=2025-10-01T00:00:00Z", "symbol")).containsExactly("ACME");
    }

    @Test
    void ordersByLastChange_letAnOrderMoveBetweenPages_soThatItIsNeverSeen() throws Exception {
        account.conditions(Conditions.usual().ordersByLastChange()).openOrder(OrderTicket.sell("OLD", "5"));
        clock.advance(ofSeconds(1));
        account.openOrder(OrderTicket.sell("NEW", "5"));
        clock.advance(ofSeconds(1));
        String old = account.orders().get(0).id();
        sandbox.nextCall("get_orders", Fault.none());
        sandbox.nextCall("get_orders", Fault.none().after(() -> account.fill(old, "1", "1")));

        JsonNode first = json(caller.get("/orders?page_size=1"));
        JsonNode second = json(caller.get("/orders?page_size=1&page_token="
                + first.at("/metadata/next_page_token").asText()));

        assertThat(first.at("/data/0/symbol").asText()).isEqualTo("NEW");
        assertThat(second.at("/data/0/symbol").asText()).isEqualTo("NEW");
    }

    @ParameterizedTest
    @EnumSource
    void worksThrough_showsParentAndChild_andExecutionsNameTheChild(ChildOrder child) throws Exception {
        account.behaviour(OrderBehaviour.rests().worksThrough(child));
        JsonNode parent = json(caller.close()).at("/data/0");
        JsonNode rows = json(caller.get("/orders")).path("data");
        String childId = rows.get(0).path("id").asText();
        account.fill(account.orders().get(0).id(), "10", "100");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).path("id")).isEqualTo(parent.path("id"));
        assertThat(rows.get(0).path("client_order_id").equals(parent.path("client_order_id")))
                .isEqualTo(child == ChildOrder.WITH_CLIENT_ORDER_ID);
        assertThat(values("/orders", "filled_quantity")).containsExactly("10", "10");
        assertThat(values("/executions", "order_id")).containsExactly(childId);
        assertThat(caller.delete("/orders/" + childId).statusCode()).isEqualTo(200);
        assertThat(values("/orders", "status")).containsExactly("CANCELED", "CANCELED");
    }

    @Test
    void spelledInOrders_isWhatOrdersAndExecutionsCarry_andEverySpellingIsUnderstood() throws Exception {
        SandboxInstrument option = SandboxInstrument.option(OPTION, SandboxInstrument.stock("GOOG"))
                .spelledInOrders("GOOG251219C00250000")
                .withoutIdInOrders();
        account.position("GOOG", "0").position(option, "-2");

        JsonNode order = json(caller.close()).at("/data/0");
        account.fillAll();

        assertThat(order.path("symbol").asText()).isEqualTo("GOOG251219C00250000");
        assertThat(order.path("instrument_id").isNull()).isTrue();
        assertThat(order.path("instrument_type").isNull()).isTrue();
        assertThat(values("/executions", "symbol")).containsExactly("GOOG251219C00250000");
        assertThat(values("/orders?symbol=GOOG++251219C00250000", "side")).containsExactly("BUY");
        assertThat(values("/orders?symbol=GOOG251219C00250000", "side")).containsExactly("BUY");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409, 422})
    void refusesToClose_refusesTheWhole_andTheOneByItself_butNotTheOthers(int status) throws Exception {
        account.position("ACME", "5").conditions(Conditions.usual().refusesToClose("ACME", status, "no locate"));

        assertThat(caller.close().statusCode()).isEqualTo(status);
        assertThat(account.orders()).isEmpty();
        assertThat(caller.delete("/positions/ACME").statusCode()).isEqualTo(status);
        assertThat(caller.delete("/positions/GOOG").statusCode()).isEqualTo(200);
    }

    @Test
    void partialCloses_closeTheOthers_andSay207BesideTheirOrders() throws Exception {
        account.position("ACME", "5")
                .conditions(Conditions.usual()
                        .refusesToClose("ACME", 422, "no locate")
                        .partialCloses());

        HttpResponse<String> partial = caller.close();

        assertThat(partial.statusCode()).isEqualTo(207);
        assertThat(json(partial).path("data")).hasSize(1);
        assertThat(json(partial).at("/error/message").asText()).isEqualTo("no locate");
    }

    @Test
    void halt_rejectsNewOrdersUntilItEnds() throws Exception {
        account.halt("GOOG");
        assertThat(json(caller.close()).at("/data/0/status").asText()).isEqualTo("REJECTED");

        sandbox.later(ofSeconds(30), () -> account.resume("GOOG"));
        clock.advance(ofSeconds(30));

        assertThat(json(caller.close()).at("/data/0/status").asText()).isEqualTo("PENDING_NEW");
    }

    @Test
    void cash_isListedAndNeverClosed() throws Exception {
        account.position("GOOG", "0").position(SandboxInstrument.stock("USD").withType("CASH"), "1000");

        assertThat(values("/positions", "instrument_type")).containsExactly("CASH");
        assertThat(json(caller.close()).path("data")).isEmpty();
    }

    @Test
    void closeByAnother_leavesOrdersThatTheApiDidNotCreate() throws Exception {
        account.openOrder(OrderTicket.sell("GOOG", "5"));

        account.closeByAnother(true);

        assertThat(values("/orders", "status")).containsExactly("PENDING_NEW", "CANCELED");
        assertThat(account.orders()).extracting(SandboxOrder::createdThroughApi).containsOnly(false);
    }

    @Test
    void lateClose_withQuantitiesAsReceived_goesByWhatWasHeldThen() throws Exception {
        sandbox.nextCall(Fault.error(502, "gone").executingLater(ofSeconds(20)).withQuantitiesAsReceived());
        caller.close();
        account.position("GOOG", "0");
        clock.advance(ofSeconds(20));

        assertThat(account.orders())
                .extracting(SandboxOrder::quantity)
                .map(Object::toString)
                .containsExactly("25");
        assertThat(json(caller.close()).path("data")).isEmpty();
    }

    @Test
    void lateClose_goesByWhatIsHeldWhenItIsExecuted_otherwise() throws Exception {
        sandbox.nextCall(Fault.error(502, "gone").executingLater(ofSeconds(20)));
        caller.close();
        account.position("GOOG", "0");
        clock.advance(ofSeconds(20));

        assertThat(account.orders()).isEmpty();
    }

    @Test
    void sentTwice_isExecutedTwice_andAnsweredOnce() throws Exception {
        account.openOrder(OrderTicket.sell("GOOG", "5"));
        String id = account.orders().get(0).id();
        sandbox.nextCall(Fault.sentTwice());

        assertThat(caller.delete("/orders/" + id).statusCode()).isEqualTo(404);
        assertThat(account.order(id).status()).isEqualTo("CANCELED");
    }

    @Test
    void lagsAndDelays_thatAreNegative_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Conditions.usual().ordersLag(ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.later(ofSeconds(-1), () -> {}));
    }

    private List<String> values(String path, String field) throws Exception {
        return json(caller.get(path)).path("data").findValuesAsText(field);
    }
}
