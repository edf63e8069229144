package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers for people. */
final class Decimals {
    private Decimals() {}

    static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("?");
    }
}
