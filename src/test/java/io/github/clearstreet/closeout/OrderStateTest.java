package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.model.Order;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order is taken for, with and without the parts that say so. */
class OrderStateTest {
    private static final HeldPosition LONG = HeldPosition.of("i-1", "GOOG", new BigDecimal("25"));

    @ParameterizedTest
    @ValueSource(strings = {"FILLED", "CANCELED", "REJECTED", "EXPIRED"})
    void canFill_inAFinalStatus_isFalseWhateverIsLeft(String status) {
        assertThat(Texts.order("{'status': '" + status + "', 'leaves_quantity': '5'}")
                        .canFill())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPLACED", "DONE_FOR_DAY", "CALCULATED"})
    void canFill_inAStatusThatMayGoOn_dependsOnTheRest(String status) {
        assertThat(Texts.order("{'status': '" + status + "', 'leaves_quantity': '0'}")
                        .canFill())
                .isFalse();
        assertThat(Texts.order("{'status': '" + status + "', 'leaves_quantity': '5'}")
                        .canFill())
                .isTrue();
        assertThat(Texts.order("{'status': '" + status + "', 'leaves_quantity': 'five'}")
                        .canFill())
                .isTrue();
        assertThat(Texts.order("o-1", status).canFill()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW", "PARTIALLY_FILLED", "PENDING_CANCEL", "SOMETHING_NEW"})
    void canFill_inAnyOtherStatus_isTrueEvenWithoutARest(String status) {
        assertThat(Texts.order("{'status': '" + status + "', 'leaves_quantity': '0'}")
                        .canFill())
                .isTrue();
        assertThat(Texts.order("o-1", status).canFill()).isTrue();
    }

    @Test
    void isQueued_onlyWhileItCanFillAndAwaitsItsRelease() {
        assertThat(Texts.order("{'status': 'NEW', 'queue_state': 'AWAITING_RELEASE'}")
                        .isQueued())
                .isTrue();
        assertThat(Texts.order("{'status': 'CANCELED', 'queue_state': 'AWAITING_RELEASE'}")
                        .isQueued())
                .isFalse();
        assertThat(Texts.order("o-1", "NEW").isQueued()).isFalse();
    }

    @Test
    void id_thatIsBlankOrMissing_isNone() {
        assertThat(Texts.order("o-1", "NEW").id()).contains("o-1");
        assertThat(Texts.order(" ", "NEW").id()).isEmpty();
        assertThat(Texts.order("{}").id()).isEmpty();
    }

    @Test
    void order_isWhatWasRead() {
        Order read = Order.fromJson("{\"id\": \"o-1\"}");

        assertThat(OrderState.of(read).order()).isSameAs(read);
    }

    @Test
    void signedFills_followTheSide() {
        assertThat(filled("BUY").signedFills()).isEqualByComparingTo("7");
        assertThat(filled("SELL").signedFills()).isEqualByComparingTo("-7");
        assertThat(filled("SELL_SHORT").signedFills()).isEqualByComparingTo("-7");
        assertThat(filled("EXCHANGE").signedFills()).isEqualByComparingTo("0");
        assertThat(filled("BUY").isSell()).isFalse();
        assertThat(filled("SELL").isBuy()).isFalse();
    }

    @Test
    void closesAllOf_wantsTheClosingSideAndTheWholeQuantity() {
        assertThat(market("'side': 'SELL', 'quantity': '25.0'").effect().closesAllOf(LONG))
                .isTrue();
        assertThat(market("'side': 'SELL', 'quantity': '24'").effect().closesAllOf(LONG))
                .isFalse();
        assertThat(market("'side': 'SELL'").effect().closesAllOf(LONG)).isFalse();
        assertThat(market("'side': 'BUY', 'quantity': '25'").effect().closesAllOf(LONG))
                .isFalse();
        assertThat(market("'quantity': '25'").effect().closesAllOf(LONG)).isFalse();
    }

    @Test
    void looksLikeClosing_takesWhatCannotBeReadForClosing() {
        assertThat(market("'quantity': '3'").effect().looksLikeClosing(LONG)).isTrue();
        assertThat(Texts.order("{'symbol': 'GOOG', 'side': 'SELL'}").effect().looksLikeClosing(LONG))
                .isTrue();
        assertThat(Texts.order("{'symbol': 'GOOG', 'side': 'SELL', 'order_type': 'LIMIT'}")
                        .effect()
                        .looksLikeClosing(LONG))
                .isFalse();
        assertThat(Texts.order("{'symbol': 'MSFT', 'side': 'SELL', 'order_type': 'MARKET'}")
                        .effect()
                        .looksLikeClosing(LONG))
                .isFalse();
    }

    @Test
    void isUnreadable_whenAnInstrumentOrSymbolIsBroken() {
        String rest = "'id': 'o', 'side': 'BUY', 'status': 'NEW', 'quantity': '1', 'filled_quantity': '0'";

        assertThat(Texts.order("{" + rest + "}").isUnreadable()).isFalse();
        assertThat(Texts.order("{" + rest + ", 'instrument_id': {}}").isUnreadable())
                .isTrue();
        assertThat(Texts.order("{" + rest + ", 'symbol': []}").isUnreadable()).isTrue();
    }

    private static OrderState filled(String side) {
        return Texts.order("{'side': '" + side + "', 'filled_quantity': '7'}");
    }

    private static OrderState market(String members) {
        return Texts.order("{'symbol': 'GOOG', 'order_type': 'MARKET', " + members + "}");
    }
}
