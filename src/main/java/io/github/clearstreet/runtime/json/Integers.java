package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads integers, written as numbers or as text, within a range. */
final class Integers {
    /** Every integer of at most this length is within the range of a long. */
    private static final int LONG_LENGTH = 18;

    private static final int MAX_LENGTH = 20;

    private Integers() {}

    static @Nullable Long read(JsonReader in, long min, long max, String reason) throws IOException {
        Utf8Parser parser = in.parser();
        boolean isNumber = parser.hasToken(JsonToken.VALUE_NUMBER_INT);
        Long value = null;
        if (isNumber && parser.getTextLength() <= LONG_LENGTH) {
            value = parser.getLongValue();
        } else if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            value = integral(Decimals.read(parser));
        } else if (isNumber || parser.hasToken(JsonToken.VALUE_STRING)) {
            parser.locate();
            value = parse(parser.bytes(), parser.from(), parser.length());
        }
        if (value != null && value >= min && value <= max) {
            return value;
        }
        in.rejectUnlessNull(reason);
        return null;
    }

    /** 1.0 and 1e3 are integers, too. */
    private static @Nullable Long integral(@Nullable BigDecimal value) {
        try {
            return value == null ? null : value.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Long parse(byte[] text, int offset, int length) {
        if (length == 0 || length > MAX_LENGTH) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            byte c = text[offset + i];
            // Long.valueOf would also take a plus sign, and the digits of other scripts.
            if ((c < '0' || c > '9') && (c != '-' || i > 0)) {
                return null;
            }
        }
        try {
            return Long.valueOf(new String(text, offset, length, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
