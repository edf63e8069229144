package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes objects whose names are not known before. Like a list: see {@link ListCodec}. */
final class MapCodec<T> implements ValueCodec<Map<String, T>> {
    private final ValueCodec<T> element;
    private final boolean allowsNull;

    MapCodec(ValueCodec<T> element, boolean allowsNull) {
        this.element = element;
        this.allowsNull = allowsNull;
    }

    @Override
    public @Nullable Map<String, T> read(JsonReader in) throws IOException {
        JsonParser parser = in.parser();
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            in.rejectUnlessNull("not an object");
            return null;
        }
        String outer = in.enterMap();
        long from = in.tokenStart();
        boolean isCompact = in.isCompact();
        int start = isCompact ? in.position() : 0;
        in.charge(HeapBudget.MAP);
        Map<String, T> values = new LinkedHashMap<>();
        boolean isReadable = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (isReadable) {
                boolean isNull = allowsNull && parser.hasToken(JsonToken.VALUE_NULL);
                T value = isNull ? null : in.readElement(element, isCompact);
                if (value == null && !isNull) {
                    isReadable = false;
                    if (!in.isUnreadable()) {
                        in.reject("null in a map");
                    }
                } else {
                    in.charge(HeapBudget.ENTRY + name.length());
                    if (!isCompact) {
                        values.put(name, value);
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
        if (!isReadable) {
            in.widen(from);
        }
        in.leaveMap(outer);
        if (isReadable && isCompact) {
            return new CompactMap<>(
                    in.compactText(), start, in.position() + 1, in.localPointer(), this, entry -> false);
        }
        return isReadable ? Collections.unmodifiableMap(values) : null;
    }

    @Override
    public void write(Map<String, T> values, JsonWriter out) throws IOException {
        out.generator().writeStartObject();
        for (Map.Entry<String, T> entry : values.entrySet()) {
            out.generator().writeFieldName(entry.getKey());
            if (entry.getValue() == null) {
                out.generator().writeNull();
            } else {
                element.write(entry.getValue(), out);
            }
        }
        out.generator().writeEndObject();
    }
}
