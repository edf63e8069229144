package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What orders say of a request whose positions nobody had noted. */
class ReconcilerTest {
    private static final ClosingAttempt ATTEMPT = ClosingAttempt.sentAt(7, VirtualDesk.START);

    @Test
    void at_withAnOrderThatCannotBeRead_isStillUnknown() {
        Reconciliation found = reconcile(Map.of(), Texts.order("{}"));

        assertThat(found.verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
        assertThat(found.advice()).startsWith("Not everything could be read.");
    }

    @ParameterizedTest
    @CsvSource({"MSFT, BUY, MARKET, 3, 2", "GOOG, SELL, LIMIT, 0, 1"})
    void at_withTwoOrders_worksOutThePositionOfEachInstrument(
            String symbol, String side, String type, String filled, int closing) {
        Reconciliation found =
                reconcile(Map.of(), order("1", "GOOG", "SELL", "MARKET", "5"), order("2", symbol, side, type, filled));

        assertThat(found.verdict()).isEqualTo(Verdict.HAPPENED);
        assertThat(found.orders()).hasSize(closing);
    }

    @Test
    void at_withMoreOfTheInstrumentThanTheOrderSold_isStillUnknown() {
        HeldPosition held = HeldPosition.of("i-GOOG", "GOOG", BigDecimal.TEN);

        assertThat(reconcile(Map.of("i-GOOG", held), order("1", "GOOG", "SELL", "MARKET", "5"))
                        .verdict())
                .isEqualTo(Verdict.STILL_UNKNOWN);
    }

    private static Reconciliation reconcile(Map<String, HeldPosition> held, OrderState... since) {
        return new Reconciler(ATTEMPT, List.of(since), new PositionsRead(held, List.of(), Set.of()))
                .at(VirtualDesk.START.plusSeconds(60), Duration.ofSeconds(30));
    }

    private static OrderState order(String id, String symbol, String side, String type, String filled) {
        return Texts.order("{'id': '" + id + "', 'symbol': '" + symbol + "', 'instrument_id': 'i-" + symbol
                + "', 'side': '" + side + "', 'order_type': '" + type + "', 'status': 'FILLED', 'quantity': '" + filled
                + "', 'filled_quantity': '" + filled + "'}");
    }
}
