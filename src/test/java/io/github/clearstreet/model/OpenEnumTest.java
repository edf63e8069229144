package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpenEnumTest {
    @Test
    void of_whenKnown_returnsTheConstant() {
        assertThat(Side.of("BUY")).isSameAs(Side.BUY);
        assertThat(Side.BUY.value()).isEqualTo("BUY");
        assertThat(Side.BUY.isKnown()).isTrue();
        assertThat(Side.BUY).hasToString("BUY");
    }

    @Test
    void of_whenUnknown_keepsTheText() {
        Side side = Side.of("buy ");

        assertThat(side.value()).isEqualTo("buy ");
        assertThat(side.isKnown()).isFalse();
        assertThat(side)
                .isEqualTo(Side.of("buy "))
                .hasSameHashCodeAs(Side.of("buy "))
                .isNotEqualTo(Side.BUY);
        assertThat(side.hashCode()).isNotEqualTo(Side.BUY.hashCode());
    }

    @Test
    void equals_whenClassesDiffer_isFalse() {
        assertThat((Object) Side.OTHER).isNotEqualTo(OrderType.OTHER);
    }

    @Test
    void known_canBeSwitchedOver() {
        assertThat(direction(Side.SELL_SHORT)).isEqualTo(-1);
        assertThat(direction(Side.BUY)).isEqualTo(1);
        assertThat(direction(Side.of("HOLD"))).isZero();
    }

    @Test
    void of_whenNull_throws() {
        String nothing = System.getProperty("no.such.property");

        assertThatThrownBy(() -> Side.of(nothing)).isInstanceOf(NullPointerException.class);
    }

    private static int direction(Side side) {
        return switch (side.known()) {
            case BUY -> 1;
            case SELL, SELL_SHORT -> -1;
            case OTHER, UNRECOGNIZED -> 0;
        };
    }
}
