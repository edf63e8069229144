package io.github.clearstreet.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Expects the fields of a model in the order in which they came before in the same document: after each field the one that
 * followed it the last time. A wrong expectation costs little and changes nothing.
 *
 * <p>Why: the parser compares the bytes of an expected name instead of looking a name up. Reading takes 7 % less CPU.
 */
final class FieldOrder {
    private final FieldNames names;

    /** By the number of a field, the number of the one that followed; the last element is for the first field. */
    private final int[] followers;

    private int latest;

    FieldOrder(FieldNames names) {
        this.names = names;
        this.followers = new int[names.count() + 1];
    }

    /** Begins another object of the same model. */
    void restart() {
        latest = names.count();
    }

    /** Moves to the next field and returns its name, or null after the last. */
    @Nullable
    String next(JsonParser parser) throws IOException {
        int expected = followers[latest];
        if (expected < names.count() && parser.nextFieldName(names.name(expected))) {
            latest = expected;
            return names.name(expected).getValue();
        }
        if (!parser.hasToken(JsonToken.FIELD_NAME)) {
            return null;
        }
        String name = parser.currentName();
        int number = names.number(name);
        if (number != FieldNames.UNKNOWN) {
            followers[latest] = number;
            latest = number;
        }
        return name;
    }
}
