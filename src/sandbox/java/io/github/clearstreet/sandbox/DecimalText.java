package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Checks and reads the decimal numbers that a test passes in as text. */
final class DecimalText {
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,18})?");

    private DecimalText() {}

    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    static BigDecimal signed(String name, String text) {
        if (!isPlain(text)) {
            throw new IllegalArgumentException(
                    name + " must be a plain decimal number, for example \"25\" or \"10.5\", not \"" + text + "\"");
        }
        return new BigDecimal(text);
    }

    static BigDecimal positive(String name, String text) {
        BigDecimal value = signed(name, text);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(name + " must be more than zero, not " + text);
        }
        return value;
    }
}
