package io.github.clearstreet.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads integers, written as numbers or as text, within a range. */
final class Integers {
    /** Every text of at most this length is within the range of a long. */
    private static final int SAFE_LENGTH = 18;

    private static final int MAX_LENGTH = 20;

    private Integers() {}

    static @Nullable Long read(JsonReader in, long min, long max, String reason) throws IOException {
        JsonParser parser = in.parser();
        Long value = switch (parser.currentToken()) {
            case VALUE_NUMBER_INT ->
                parser.getTextLength() <= SAFE_LENGTH ? (Long) parser.getLongValue() : parse(parser);
            case VALUE_STRING -> parse(parser);
            default -> null;
        };
        if (value != null && value >= min && value <= max) {
            return value;
        }
        in.rejectUnlessNull(reason);
        return null;
    }

    private static @Nullable Long parse(JsonParser parser) throws IOException {
        if (parser.getTextLength() > MAX_LENGTH || parser.getTextLength() == 0) {
            return null;
        }
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Long.parseLong would also take the digits of other scripts.
            if ((c < '0' || c > '9') && (c != '-' || i > 0)) {
                return null;
            }
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
