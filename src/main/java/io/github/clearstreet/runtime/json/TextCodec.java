package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes values that are text with a fixed length, and that their toString() writes. */
final class TextCodec<T> implements ValueCodec<T> {
    private final String reason;
    private final int length;
    private final Function<String, T> parser;

    /** Takes what to say about other text, and how to parse text of that length. */
    TextCodec(String reason, int length, Function<String, T> parser) {
        this.reason = reason;
        this.length = length;
        this.parser = parser;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
        if (in.parser().hasToken(JsonToken.VALUE_STRING) && in.parser().getTextLength() == length) {
            try {
                in.charge(HeapBudget.NUMBER);
                return parser.apply(in.parser().getText());
            } catch (DateTimeException | IllegalArgumentException e) {
                // Noted below, like text of another length.
            }
        }
        in.rejectUnlessNull(reason);
        return null;
    }

    @Override
    public void write(T value, JsonWriter out) throws IOException {
        out.generator().writeString(value.toString());
    }
}
