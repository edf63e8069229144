package io.github.clearstreet.runtime.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads decimal numbers exactly, within bounds that keep every later calculation cheap. */
final class Decimals {
    /** Longer than any number within the bounds when it is written without an exponent, so that it can be read again. */
    static final int MAX_LENGTH = 256;

    static final int MAX_SCALE = 100;
    static final int MAX_PRECISION = 200;

    /** Every integer of at most this length is within the range of a long. */
    private static final int SHORT_LENGTH = 18;

    private Decimals() {}

    /** Reads the current text or number. */
    static @Nullable BigDecimal read(Utf8Parser parser) throws IOException {
        parser.locate();
        return parse(parser.bytes(), parser.from(), parser.length());
    }

    /** Returns the number with the scale of the text, or null if the text is not a number or out of bounds. */
    static @Nullable BigDecimal parse(byte[] text, int offset, int length) {
        return length > 0 && length <= SHORT_LENGTH ? parseShort(text, offset, length) : parseAny(text, offset, length);
    }

    /** Most numbers: one pass over digits that fit a long, and no new object for a zero. */
    private static @Nullable BigDecimal parseShort(byte[] text, int start, int length) {
        int end = start + length;
        boolean isNegative = text[start] == '-';
        int first = isNegative ? start + 1 : start;
        int point = -1;
        long digits = 0;
        for (int i = first; i < end; i++) {
            byte c = text[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0 && i > first && i < end - 1) {
                point = i;
            } else {
                return parseAny(text, start, length);
            }
        }
        return first == end ? null : BigDecimal.valueOf(isNegative ? -digits : digits, point < 0 ? 0 : end - 1 - point);
    }

    private static @Nullable BigDecimal parseAny(byte[] text, int offset, int length) {
        if (length == 0 || length > MAX_LENGTH) {
            return null;
        }
        for (int i = offset; i < offset + length; i++) {
            byte c = text[i];
            // BigDecimal would also take the digits of other scripts.
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return null;
            }
        }
        try {
            BigDecimal value = new BigDecimal(new String(text, offset, length, StandardCharsets.ISO_8859_1));
            if (Math.abs((long) value.scale()) > MAX_SCALE) {
                return null;
            }
            // 1E+3 becomes 1000: decimals are written without an exponent, and must be read back equal.
            BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
            return plain.precision() > MAX_PRECISION ? null : plain;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
