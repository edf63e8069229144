package io.github.clearstreet.bench.limit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads single values from the parser's own buffer, without a String in between. */
final class LimitValues {
    private LimitValues() {}

    static String text(JsonParser in) throws IOException {
        return in.nextToken() == JsonToken.VALUE_NULL ? null : in.getText();
    }

    static BigDecimal decimal(JsonParser in) throws IOException {
        return in.nextToken() == JsonToken.VALUE_NULL
                ? null
                : new BigDecimal(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
    }

    static Instant time(JsonParser in) throws IOException {
        return in.nextToken() == JsonToken.VALUE_NULL
                ? null
                : LimitTimestamps.parse(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
    }

    static Boolean flag(JsonParser in) throws IOException {
        return in.nextToken() == JsonToken.VALUE_NULL ? null : in.getBooleanValue();
    }

    static List<String> texts(JsonParser in) throws IOException {
        if (in.nextToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        List<String> texts = new ArrayList<>(2);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            texts.add(in.getText());
        }
        return Collections.unmodifiableList(texts);
    }

    /** Finds enum constants by their text; the last constant stands for a text that is not known. */
    static final class EnumReader<E extends Enum<E>> {
        private final E[] constants;
        private final char[][] texts;

        EnumReader(E[] constants) {
            this.constants = constants;
            this.texts =
                    Arrays.stream(constants).map(c -> c.name().toCharArray()).toArray(char[][]::new);
        }

        E read(JsonParser in) throws IOException {
            if (in.nextToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            char[] buffer = in.getTextCharacters();
            int from = in.getTextOffset();
            int length = in.getTextLength();
            for (int i = 0; i < texts.length - 1; i++) {
                char[] text = texts[i];
                if (text.length == length && Arrays.equals(text, 0, length, buffer, from, from + length)) {
                    return constants[i];
                }
            }
            return constants[constants.length - 1];
        }
    }
}
