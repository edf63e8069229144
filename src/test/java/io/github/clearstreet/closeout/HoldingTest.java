package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingTest {
    private static final Instant NOW = VirtualDesk.START;
    private static final String REST = "'id': 'o-1', 'status': 'NEW', 'quantity': '5', 'filled_quantity': '5'}";
    private static final OrderState BUY = Texts.order("{'symbol': 'GOOG', 'side': 'BUY', " + REST);
    private static final OrderState SELL = Texts.order("{'symbol': 'GOOG', 'side': 'SELL', " + REST);

    @Test
    void isOnlyIncreasedBy_anOrderOnTheSameSide() {
        assertThat(holding("25").isOnlyIncreasedBy(BUY)).isTrue();
        assertThat(holding("25").isOnlyIncreasedBy(SELL)).isFalse();
        assertThat(holding("-25").isOnlyIncreasedBy(SELL)).isTrue();
        assertThat(holding("-25").isOnlyIncreasedBy(BUY)).isFalse();
        assertThat(holding("0").isOnlyIncreasedBy(BUY)).isFalse();
    }

    @Test
    void isOnlyIncreasedBy_anOrderThatCannotBeRead_isFalse() {
        assertThat(holding("25").isOnlyIncreasedBy(Texts.order("{'side': 'BUY', " + REST)))
                .isFalse();
        assertThat(holding("25").isOnlyIncreasedBy(Texts.order("{'instrument_id': 'i-1', 'side': 'BUY', " + REST)))
                .isTrue();
        assertThat(holding("25").isOnlyIncreasedBy(Texts.order("{'symbol': 'GOOG', 'side': 'BUY', 'id': 'o-1'}")))
                .isFalse();
    }

    @Test
    void notClosed_takesTheCloseBack() {
        Holding holding = holding("25");
        holding.closing();
        holding.closing();
        holding.notClosed();

        assertThat(holding.closes()).isEqualTo(1);
    }

    @Test
    void readAsUnknown_isHeldUntilItIsReadAgain() {
        Holding holding = holding("0");
        assertThat(holding.isHeld()).isFalse();

        holding.readAsUnknown();
        assertThat(holding.isUnknown()).isTrue();
        assertThat(holding.isHeld()).isTrue();

        holding.readAsClosed();
        assertThat(holding.isHeld()).isFalse();
    }

    @Test
    void ordersAreDone_whenAFillIsMissingInThePosition_waitsForTheSettleTime() {
        OrderBook book = new OrderBook();
        book.update(List.of(SELL));
        Holding holding = holding("25");
        holding.closing();
        holding.addOrder("o-1");

        holding.ordersAreDone(book, NOW, Duration.ofSeconds(30));

        assertThat(holding.heldUntil()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void ordersAreDone_inTheNextRound_leavesOutTheOrdersOfTheOneBefore() {
        OrderBook book = new OrderBook();
        book.update(List.of(SELL));
        Holding holding = holding("25");
        holding.closing();
        holding.addOrder("o-1");
        holding.closing();

        holding.ordersAreDone(book, NOW, Duration.ofSeconds(30));

        assertThat(holding.heldUntil()).isEqualTo(Instant.MIN);
        assertThat(holding.orders()).containsExactly("o-1");
    }

    private static Holding holding(String quantity) {
        return new Holding(HeldPosition.of("i-1", "GOOG", new BigDecimal(quantity)));
    }
}
