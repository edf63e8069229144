package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private static final OrderState OPEN = Texts.order("o-1", "NEW");
    private static final OrderState DONE = Texts.order("o-2", "FILLED");
    private static final OrderState WITHOUT_ID = Texts.order("{'status': 'NEW'}");

    private final OrderBook book = new OrderBook();

    @Test
    void update_tellsWhatIsNewOrChanged() {
        assertThat(book.update(List.of(OPEN, DONE))).containsExactly(OPEN, DONE);
        assertThat(book.update(List.of(OPEN))).isEmpty();

        OrderState cancelled = Texts.order("o-1", "CANCELED");

        assertThat(book.update(List.of(cancelled))).containsExactly(cancelled);
        assertThat(book.ids()).containsExactlyInAnyOrder("o-1", "o-2");
        assertThat(book.knows("o-1")).isTrue();
        assertThat(book.knows("o-3")).isFalse();
    }

    @Test
    void updateAll_keepsOpenOrdersWithoutIdUntilTheyAreGone() {
        book.updateAll(List.of(OPEN, WITHOUT_ID));
        assertThat(book.hasOrdersWithoutId()).isTrue();
        assertThat(book.open()).containsExactly(WITHOUT_ID, OPEN);

        book.updateAll(List.of(OPEN, Texts.order("{'status': 'FILLED'}")));
        assertThat(book.hasOrdersWithoutId()).isFalse();
        assertThat(book.open()).containsExactly(OPEN);
    }

    @Test
    void ours_areTheOrdersThatWereClaimed() {
        book.update(List.of(OPEN, DONE));
        book.addOurs("o-2");

        assertThat(book.ours()).containsExactly(DONE);
        assertThat(book.isOurs(DONE)).isTrue();
        assertThat(book.isOurs(OPEN)).isFalse();
    }
}
