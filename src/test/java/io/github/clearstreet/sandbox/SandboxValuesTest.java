package io.github.clearstreet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a test gets to see of the sandbox, as values, and what it sets up in one go. */
class SandboxValuesTest {
    private static final SandboxInstrument GOOG = SandboxInstrument.stock("GOOG");

    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void instruments_areEqualOnlyInAllTheyAre() {
        assertThat(SandboxInstrument.stock("GOOG")).isEqualTo(GOOG).hasSameHashCodeAs(GOOG);
        List<SandboxInstrument> others = List.of(
                SandboxInstrument.stock("MSFT").withId(GOOG.id()),
                GOOG.withId("other"),
                GOOG.withType("ETF"),
                GOOG.withVenue("XNYS"),
                GOOG.withPrice("101"),
                SandboxInstrument.option("GOOG", GOOG)
                        .withId(GOOG.id())
                        .withType(GOOG.type())
                        .withVenue(GOOG.venue())
                        .withPrice("100"));
        assertThat(others)
                .doesNotContain(GOOG)
                .allSatisfy(other -> assertThat(other.hashCode()).isNotEqualTo(GOOG.hashCode()));
        assertThat(GOOG).hasToString("GOOG (COMMON_STOCK on XNMS, price 100)");
    }

    @Test
    void positions_areEqualOnlyInInstrumentAndQuantity() {
        sandbox.account(1).position("GOOG", "25");
        sandbox.account(2).position("GOOG", "25");
        sandbox.account(3).position("GOOG", "-25");
        sandbox.account(4).position("MSFT", "25");

        assertThat(position(1))
                .isEqualTo(position(2))
                .hasSameHashCodeAs(position(2))
                .hasToString("GOOG 25");
        assertThat(List.of(position(3), position(4))).doesNotContain(position(1));
        assertThat(position(3).hashCode()).isNotEqualTo(position(1).hashCode());
        assertThat(position(3).positionType()).isEqualTo("SHORT");
    }

    @Test
    void account_isSetUpAndActedOnInOneGo() {
        OrderTicket ticket = OrderTicket.sell("GOOG", "5");
        SandboxAccount account = sandbox.reset()
                .instrument(GOOG)
                .account(7)
                .behaviour("GOOG", OrderBehaviour.rests())
                .behaviour(OrderBehaviour.rests())
                .position(GOOG, "25")
                .openOrder(ticket)
                .openOrder(ticket)
                .openOrder(ticket)
                .openOrder(ticket);
        List<SandboxOrder> orders = account.orders();

        account.accept(orders.get(0).id())
                .cancel(orders.get(1).id())
                .reject(orders.get(2).id(), "No")
                .fillAll()
                .ownedBySomebodyElse();

        assertThat(account.id()).isEqualTo(7);
        assertThat(account).hasToString("account 7 of the sandbox");
        assertThat(account.orders())
                .extracting(SandboxOrder::status)
                .containsExactly("FILLED", "CANCELED", "REJECTED", "FILLED");
        assertThat(account.order(orders.get(0).id()))
                .hasToString("SELL 5 GOOG MARKET FILLED, filled 5 (order "
                        + orders.get(0).id() + ", account 7)");
        assertThat(ticket).hasToString("SELL 5 GOOG MARKET");
        assertThat(position(7)).hasToString("GOOG 15");
    }

    private SandboxPosition position(long accountId) {
        return sandbox.account(accountId).positions().get(0);
    }
}
