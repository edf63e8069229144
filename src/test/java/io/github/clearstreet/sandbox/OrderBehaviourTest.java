package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static io.github.clearstreet.sandbox.Caller.onlyOrder;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrderBehaviourTest {
    private static final Instant START = Instant.parse("2025-10-03T14:01:15Z");
    private final VirtualClock clock = VirtualClock.at(START);

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "25");

    @Test
    void rejects_showsInTheAnswerAlready_andForItsSymbolOnly() throws Exception {
        account.position("ACME", "1").behaviour("GOOG", OrderBehaviour.rejects("The instrument is halted."));

        JsonNode data = json(caller.close()).path("data");

        assertThat(data.at("/0/status").textValue()).isEqualTo("REJECTED");
        assertThat(data.at("/0/details")).isEqualTo(json("[\"The instrument is halted.\"]"));
        assertThat(data.at("/0/leaves_quantity").textValue()).isEqualTo("0");
        assertThat(data.at("/1/status").textValue()).isEqualTo("PENDING_NEW");
        assertThat(data.at("/1/details").isMissingNode()).isTrue();
    }

    @Test
    void fills_atOnce_showsInTheAnswerAlready() throws Exception {
        account.behaviour(OrderBehaviour.rests().fills("10.25", Trigger.atOnce()));

        JsonNode order = onlyOrder(caller.close());

        assertThat(order.path("status").textValue()).isEqualTo("PARTIALLY_FILLED");
        assertThat(order.path("filled_quantity").textValue()).isEqualTo("10.25");
        assertThat(order.path("leaves_quantity").textValue()).isEqualTo("14.75");
        assertThat(order.path("average_fill_price").textValue()).isEqualTo("100");
    }

    @Test
    void fills_onASchedule_happenWhenTheClockReachesThem() throws Exception {
        account.behaviour(OrderBehaviour.rests()
                .accepts(Trigger.elapsed(ofSeconds(1)))
                .fills("10", Trigger.elapsed(ofSeconds(2)))
                .fills(Trigger.elapsed(ofSeconds(5))));
        String id = onlyOrder(caller.close()).path("id").textValue();

        assertThat(account.order(id).status()).isEqualTo("PENDING_NEW");
        clock.advance(ofSeconds(1));
        assertThat(account.order(id).status()).isEqualTo("NEW");
        clock.advance(ofSeconds(1));
        assertThat(account.order(id).filledQuantity()).isEqualTo("10");
        clock.advance(ofSeconds(100));
        assertThat(account.order(id).status()).isEqualTo("FILLED");
        assertThat(account.order(id).updatedAt()).isEqualTo(START.plusSeconds(5));
        assertThat(account.positions()).isEmpty();
    }

    @Test
    void fills_afterRequests_happenOnTheirArrival() throws Exception {
        account.behaviour(OrderBehaviour.rests().fills(Trigger.requests(2)));

        caller.close();
        assertThat(json(caller.close()).path("data")).hasSize(1);
        assertThat(json(caller.close()).path("data")).isEmpty();

        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("FILLED", "PENDING_NEW");
    }

    @Test
    void fills_ofMoreThanIsLeft_fillWhatIsLeft() throws Exception {
        account.behaviour(OrderBehaviour.rests().fills("1000", Trigger.elapsed(ofSeconds(1))));
        caller.close();
        clock.advance(ofSeconds(1));

        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("FILLED");
        assertThat(account.positions()).isEmpty();
    }

    @Test
    void steps_afterTheOrderIsFinal_doNothing() throws Exception {
        account.behaviour(OrderBehaviour.rests()
                .fills("5", Trigger.elapsed(ofSeconds(1)))
                .cancels(Trigger.elapsed(ofSeconds(2)))
                .fills(Trigger.elapsed(ofSeconds(3))));
        caller.close();
        clock.advance(ofSeconds(10));

        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("CANCELED");
        assertThat(account.positions()).extracting(SandboxPosition::quantity).containsExactly(new BigDecimal("20"));
    }

    @Test
    void rejects_later_happensWhenTheClockReachesIt() throws Exception {
        account.behaviour(OrderBehaviour.rests().rejects("No buying power.", Trigger.elapsed(ofSeconds(1))));

        assertThat(onlyOrder(caller.close()).path("status").textValue()).isEqualTo("PENDING_NEW");
        clock.advance(ofSeconds(1));

        assertThat(account.orders()).extracting(SandboxOrder::details).containsExactly(List.of("No buying power."));
    }

    @Test
    void queuesUntil_holdsTheOrderBackUntilTheClockReachesTheTime() throws Exception {
        Instant open = START.plusSeconds(3600);
        account.behaviour("GOOG", OrderBehaviour.queuesUntil(open).fills(Trigger.elapsed(ofSeconds(1))));

        JsonNode queued = onlyOrder(caller.close());
        assertThat(queued.path("status").textValue()).isEqualTo("PENDING_NEW");
        assertThat(queued.path("queue_state").textValue()).isEqualTo("AWAITING_RELEASE");
        assertThat(queued.path("releases_at").textValue()).isEqualTo("2025-10-03T15:01:15.000000000Z");

        clock.advance(Duration.ofMinutes(60));
        SandboxOrder released = account.orders().get(0);
        assertThat(released.queueState()).hasValue("RELEASED");
        assertThat(released.updatedAt()).isEqualTo(open);
        assertThat(released.isOpen()).isTrue();

        clock.advance(ofSeconds(1));
        assertThat(account.orders().get(0).status()).isEqualTo("FILLED");
    }

    @Test
    void queuesUntil_keepsTheOrderFromFilling() throws Exception {
        account.behaviour(OrderBehaviour.queuesUntil(START.plusSeconds(1)));
        String id = onlyOrder(caller.close()).path("id").textValue();

        account.fillAll();

        assertThat(account.order(id).filledQuantity()).isZero();
        assertThatThrownBy(() -> account.fill(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("release it first");
    }

    @Test
    void release_ofAQueuedOrder_startsItsScheduleEarly() throws Exception {
        account.behaviour(OrderBehaviour.queuesUntil(START.plusSeconds(3600)).fills(Trigger.requests(1)));
        String id = onlyOrder(caller.close()).path("id").textValue();

        account.release(id);
        assertThat(account.order(id).queueState()).hasValue("RELEASED");
        caller.close();

        assertThat(account.order(id).status()).isEqualTo("FILLED");
        assertThatThrownBy(() -> account.release(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void release_ofAnOrderThatIsNotQueued_isRefused() throws Exception {
        String id = onlyOrder(caller.close()).path("id").textValue();

        assertThatThrownBy(() -> account.release(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not awaiting release");
    }

    @Test
    void queuesUntil_aTimeThatHasPassed_releasesAtOnce() throws Exception {
        account.behaviour(OrderBehaviour.queuesUntil(START.minusSeconds(1)));

        JsonNode order = onlyOrder(caller.close());

        assertThat(order.path("queue_state").textValue()).isEqualTo("RELEASED");
        assertThat(order.path("updated_at").textValue()).isEqualTo("2025-10-03T14:01:15.000000000Z");
    }

    @Test
    void cancel_ofAQueuedOrder_leavesItQueuedAndFinal() throws Exception {
        account.behaviour(OrderBehaviour.queuesUntil(START.plusSeconds(1)).fills(Trigger.atOnce()));
        String id = onlyOrder(caller.close()).path("id").textValue();

        account.cancel(id);
        clock.advance(ofSeconds(2));

        assertThat(account.order(id).status()).isEqualTo("CANCELED");
        assertThat(account.order(id).queueState()).hasValue("AWAITING_RELEASE");
    }

    @Test
    @Tag("off-specification")
    void withField_addsReplacesAndNullsFieldsOnTheWireOnly() throws Exception {
        account.behaviour(OrderBehaviour.rests()
                .withField("client_order_id", "close-1")
                .withField("trailing_offset", "150")
                .withField("status", "BRAND_NEW_STATUS")
                .withField("symbol", null));

        JsonNode order = onlyOrder(caller.close());

        assertThat(order.path("client_order_id").textValue()).isEqualTo("close-1");
        assertThat(order.path("trailing_offset").textValue()).isEqualTo("150");
        assertThat(order.path("status").textValue()).isEqualTo("BRAND_NEW_STATUS");
        assertThat(order.get("symbol").isNull()).isTrue();
        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("PENDING_NEW");
    }

    @Test
    void withField_withAValueThatIsNoJson_isRefused() {
        OrderBehaviour behaviour = OrderBehaviour.rests();

        assertThatThrownBy(() -> behaviour.withField("at", START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.time.Instant");
    }

    @Test
    void openOrder_canHaveABehaviourToo() {
        account.openOrder(
                OrderTicket.sell("GOOG", "5").limit("240"),
                OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(1))));
        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("NEW");

        clock.advance(ofSeconds(1));

        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("FILLED");
        assertThat(account.positions()).extracting(SandboxPosition::quantity).containsExactly(new BigDecimal("20"));
    }

    @Test
    void when_withANegativeDelayOrNoRequests_isRefused() {
        assertThatThrownBy(() -> Trigger.elapsed(ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Trigger.requests(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
