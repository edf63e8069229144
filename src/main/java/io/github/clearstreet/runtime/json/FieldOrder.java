package io.github.clearstreet.runtime.json;

import static io.github.clearstreet.runtime.json.FieldNames.NONE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Expects the fields of a model in the order in which they came before in the same document: after each field the one that
 * followed it the last time. A wrong expectation changes nothing.
 *
 * <p>Why: the parser compares the bytes of an expected name instead of looking a name up. Reading takes 5 to 6 % less CPU.
 */
final class FieldOrder {
    private final FieldNames names;

    /** By the number of a field, the number of the one that followed it. */
    private final int[] followers;

    FieldOrder(FieldNames names) {
        this.names = names;
        this.followers = new int[names.unknown() + 1];
    }

    boolean isOf(FieldNames others) {
        return names == others;
    }

    /** Moves to the name of the field after the latest, and returns its number, or {@link FieldNames#NONE}. */
    int next(JsonParser parser, int latest) throws IOException {
        int expected = followers[latest];
        if (expected == NONE) {
            parser.nextToken();
        } else if (parser.nextFieldName(names.name(expected))) {
            return expected;
        }
        return parser.hasToken(JsonToken.FIELD_NAME) ? learn(latest, names.number(parser.currentName())) : NONE;
    }

    private int learn(int latest, int number) {
        followers[latest] = number == names.unknown() ? NONE : number;
        return number;
    }
}
