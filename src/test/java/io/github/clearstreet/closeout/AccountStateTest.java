package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How a position stands, by what was read of it and of the orders. */
class AccountStateTest {
    private static final Instant NOW = VirtualDesk.START;
    private static final Instant SETTLED = NOW.plus(RunParts.SETTLE_TIME);
    private static final PositionsRead NOTHING = new PositionsRead(Map.of(), List.of(), Set.of());
    private static final PositionsRead BROKEN = new PositionsRead(Map.of(), List.of("broken"), Set.of("i-1"));
    private static final OrderState BUY = Texts.order("""
            {'id': 'buy', 'symbol': 'GOOG', 'side': 'BUY', 'status': 'NEW', 'quantity': '1', 'filled_quantity': '0'}""");
    private static final OrderState SELL = Texts.order("{'id': 'sell', 'symbol': 'GOOG', 'status': 'NEW'}");

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    private final RunParts run = new RunParts(desk);
    private final AccountState state = run.state;
    private final AccountState keeping =
            new AccountState(FlattenOptions.defaults().withCancelOrders(false), run.settings);

    @Test
    void read_takesTheNewestQuantity_andNoneForClosed() {
        state.read(goog("25"), NOW);
        state.read(goog("5"), NOW);
        assertThat(holding(state).now().quantity()).isEqualByComparingTo("5");
        assertThat(holding(state).before().quantity()).isEqualByComparingTo("25");
        assertThat(holding(state).isUnknown()).isFalse();

        state.read(NOTHING, NOW);
        assertThat(standing(state, NOW).kind()).isEqualTo(Standing.Kind.CLOSED);
    }

    @Test
    void standing_ofAPositionThatIsNoLongerReadable_isStuckAfterTheSettleTime() {
        state.read(goog("25"), NOW);
        state.read(BROKEN, NOW);

        assertThat(standing(state, SETTLED.minusNanos(1)))
                .isEqualTo(Standing.waiting("the position could not be read any more"));
        assertThat(standing(state, SETTLED).reason()).isEqualTo(StopReason.UNREADABLE);
    }

    @Test
    void standing_besideAnOrderThatCannotBeRead_isStuckAfterTheSettleTime() {
        state.book().updateAll(List.of(Texts.order("{'symbol': 'GOOG'}")));
        state.read(goog("25"), NOW);

        assertThat(standing(state, NOW).kind()).isEqualTo(Standing.Kind.WAITING);
        assertThat(standing(state, NOW).text()).startsWith("an order could not be read: ");
        assertThat(standing(state, SETTLED).reason()).isEqualTo(StopReason.UNREADABLE);
    }

    @Test
    void staysUnreadable_countsFromTheFirstUnreadableRead_andNotWhenAllIsReadAgain() {
        assertThat(state.staysUnreadable(SETTLED)).isFalse();

        state.read(BROKEN, NOW);
        state.read(BROKEN, NOW.plusSeconds(20));
        assertThat(state.staysUnreadable(SETTLED.minusNanos(1))).isFalse();
        assertThat(state.staysUnreadable(SETTLED)).isTrue();

        state.book().updateAll(List.of(BUY));
        state.read(goog("25"), NOW);
        assertThat(state.staysUnreadable(SETTLED)).isFalse();
    }

    @Test
    void standing_besideACancelThatWasRefused_saysWhy() {
        state.book().update(List.of(BUY, SELL));
        state.read(goog("25"), NOW);
        assertThat(standing(state, NOW).kind()).isEqualTo(Standing.Kind.WAITING);

        state.cancels().refused("sell", NOW, "too late");

        assertThat(standing(state, NOW).reason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(standing(state, NOW).text()).endsWith(SELL + " (too late)");
    }

    @Test
    void standing_besideACancelThatDoesNotWork_namesTheOrder() {
        state.book().update(List.of(SELL));
        state.read(goog("25"), NOW);
        for (int i = 0; i < 3; i++) {
            state.cancels().requested("sell", NOW);
        }

        assertThat(standing(state, SETTLED).text()).isEqualTo("an open order does not go away: " + SELL);
    }

    @Test
    void standing_besideAnOrderThatIsKept_dependsOnWhatTheOrderCouldDo() {
        keeping.read(goog("25"), NOW);
        keeping.book().update(List.of(BUY));
        assertThat(standing(keeping, NOW)).isEqualTo(Standing.CLOSABLE);

        keeping.book().update(List.of(SELL));
        assertThat(standing(keeping, NOW).reason()).isEqualTo(StopReason.OPEN_ORDERS);

        keeping.book().addOurs("sell");
        assertThat(standing(keeping, NOW).kind()).isEqualTo(Standing.Kind.WAITING);
    }

    @Test
    void ordersToFollow_areAllThatAreCancelled_andOtherwiseThoseOfTheRun() {
        for (AccountState either : List.of(state, keeping)) {
            either.book().update(List.of(BUY, SELL));
            either.book().addOurs("sell");
        }

        assertThat(state.ordersToFollow()).containsExactly(BUY, SELL);
        assertThat(keeping.ordersToFollow()).containsExactly(SELL);
        assertThat(state.ordersToCancel()).containsExactly(BUY);
        assertThat(keeping.ordersToCancel()).isEmpty();
    }

    private static PositionsRead goog(String quantity) {
        return new PositionsRead(
                Map.of("i-1", HeldPosition.of("i-1", "GOOG", new BigDecimal(quantity))), List.of(), Set.of());
    }

    private static Holding holding(AccountState state) {
        return state.holdings().get(0);
    }

    private static Standing standing(AccountState state, Instant now) {
        return state.standing(holding(state), now);
    }
}
