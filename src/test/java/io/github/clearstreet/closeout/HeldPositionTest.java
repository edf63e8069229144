package io.github.clearstreet.closeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.model.Side;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldPositionTest {
    @ParameterizedTest
    @CsvSource({"-1, BUY", "0, SELL", "1, SELL"})
    void closingSide_isBuyOnlyForAShortPosition(BigDecimal quantity, String side) {
        assertThat(HeldPosition.of("i-1", "GOOG", quantity).closingSide()).isEqualTo(Side.of(side));
    }
}
