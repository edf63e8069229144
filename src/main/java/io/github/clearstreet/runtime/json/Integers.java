package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads integers, written as numbers or as text, within a range. */
final class Integers {
    /** Every integer of at most this length is within the range of a long. */
    private static final int LONG_LENGTH = 18;

    private static final int MAX_LENGTH = 20;

    private Integers() {}

    static @Nullable Long read(JsonReader in, long min, long max, String reason) throws IOException {
        JsonParser parser = in.parser();
        boolean isNumber = parser.hasToken(JsonToken.VALUE_NUMBER_INT);
        Long value = null;
        if (isNumber && parser.getTextLength() <= LONG_LENGTH) {
            value = parser.getLongValue();
        } else if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            value = integral(
                    Decimals.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength()));
        } else if (isNumber || parser.hasToken(JsonToken.VALUE_STRING)) {
            value = parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
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

    private static @Nullable Long parse(char[] text, int offset, int length) {
        if (length == 0 || length > MAX_LENGTH) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            char c = text[offset + i];
            // Long.valueOf would also take a plus sign, and the digits of other scripts.
            if ((c < '0' || c > '9') && (c != '-' || i > 0)) {
                return null;
            }
        }
        try {
            return Long.valueOf(new String(text, offset, length));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
