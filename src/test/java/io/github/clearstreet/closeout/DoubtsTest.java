package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.closeout.Doubts.Doubt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static final Instant NOW = VirtualDesk.START;
    private static final HeldPosition GOOG = HeldPosition.of("i-1", "GOOG", new BigDecimal("25"));
    private static final HeldPosition MSFT = HeldPosition.of("i-2", "MSFT", new BigDecimal("10"));
    private static final OrderState CLOSES_GOOG = sell("o-1", "MARKET", "25");

    private final Doubts doubts = new Doubts();
    private final OrderBook book = new OrderBook();

    @Test
    void mayHaveMade_aNewOrderThatLooksLikeClosing() {
        doubts.add(doubt(GOOG, MSFT));

        assertThat(doubts.mayHaveMade(CLOSES_GOOG)).isTrue();
        assertThat(doubts.mayHaveMade(sell("o-1", "LIMIT", "25"))).isFalse();
        assertThat(doubts.mayHaveMade(sell("old", "MARKET", "25"))).isFalse();
    }

    @Test
    void happened_onlyWhenEveryPositionHasItsOrder() {
        doubts.add(doubt(GOOG));
        assertThat(doubts.happened(book)).isFalse();

        book.update(List.of(sell("old", "MARKET", "25"), sell("o-2", "MARKET", "7")));
        assertThat(doubts.happened(book)).isFalse();

        book.update(List.of(CLOSES_GOOG));
        assertThat(doubts.happened(book)).isTrue();

        doubts.add(doubt(GOOG, MSFT));
        assertThat(doubts.happened(book)).isFalse();
    }

    @Test
    void happened_ofARequestWithoutPositions_isNeverInTheWay() {
        doubts.add(doubt());

        assertThat(doubts.happened(book)).isTrue();
        assertThat(doubt().happened(book)).isFalse();
    }

    @Test
    void arePending_untilALookThatBeganAfterTheSettleTime() {
        doubts.add(doubt(GOOG));

        doubts.looked(NOW.minusNanos(1));
        assertThat(doubts.arePending()).isTrue();
        assertThat(doubts.pending()).hasSize(1);

        doubts.looked(NOW);
        assertThat(doubts.arePending()).isFalse();
        assertThat(doubts.pending()).isEmpty();
        assertThat(doubts.happened(book)).isTrue();
    }

    private static Doubt doubt(HeldPosition... positions) {
        UnresolvedRequest request = new UnresolvedRequest("close_positions", null, NOW, "no answer");
        return new Doubt(request, NOW, Set.of("old"), List.of(positions));
    }

    private static OrderState sell(String id, String type, String quantity) {
        return Texts.order("{'id': '" + id + "', 'symbol': 'GOOG', 'side': 'SELL', 'order_type': '" + type
                + "', 'quantity': '" + quantity + "'}");
    }
}
