package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes lists, of which a compact reader keeps the JSON. A list of models keeps its place for each unreadable element; any other list needs all. */
final class ListCodec<T> implements ValueCodec<List<T>> {
    private final ValueCodec<T> element;
    private final boolean allowsNull;

    ListCodec(ValueCodec<T> element, boolean allowsNull) {
        this.element = element;
        this.allowsNull = allowsNull;
    }

    @Override
    public @Nullable List<T> read(JsonReader in) throws IOException {
        JsonParser parser = in.parser();
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            in.rejectUnlessNull("not a list");
            return null;
        }
        long from = in.tokenStart();
        CompactList.Places places = in.isCompact() ? new CompactList.Places() : null;
        in.charge(HeapBudget.LIST);
        List<T> values = new ArrayList<>();
        LargeList<T> large = element instanceof ModelCodec<?> ? in.enterList(this, values) : null;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (large != null) {
                large.reach(in.position());
            }
            if (places != null) {
                places.element(in);
            }
            boolean isNull = allowsNull && parser.hasToken(JsonToken.VALUE_NULL);
            T value = isNull ? null : in.readElement(element, places != null);
            if (value == null && !isNull) {
                giveUp(in, from);
                return null;
            }
            in.charge(HeapBudget.REFERENCE);
            if (places == null) {
                values.add(value);
            }
        }
        if (large != null) {
            large.reach(in.position());
        }
        if (places != null) {
            return places.list(in, this);
        }
        return Collections.unmodifiableList(values);
    }

    /** Skips the rest of the list, so that its whole text can be kept. */
    private static void giveUp(JsonReader in, long from) throws IOException {
        JsonParser parser = in.parser();
        if (!in.isUnreadable()) {
            in.reject("null in a list");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
        }
        in.widen(from);
    }

    @Override
    public void write(List<T> values, JsonWriter out) throws IOException {
        out.generator().writeStartArray();
        for (T value : values) {
            if (value == null) {
                out.generator().writeNull();
            } else {
                element.write(value, out);
            }
        }
        out.generator().writeEndArray();
    }
}
