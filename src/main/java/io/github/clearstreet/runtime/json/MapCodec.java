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

    MapCodec(ValueCodec<T> element) {
        this.element = element;
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
        Map<String, T> values = new LinkedHashMap<>();
        boolean isReadable = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (isReadable) {
                T value = element.readElement(in);
                if (value == null) {
                    isReadable = false;
                    if (!in.isUnreadable()) {
                        in.reject("null in a map");
                    }
                } else {
                    values.put(name, value);
                }
            } else {
                parser.skipChildren();
            }
        }
        if (!isReadable) {
            in.widen(from);
        }
        in.leaveMap(outer);
        return isReadable ? Collections.unmodifiableMap(values) : null;
    }

    @Override
    public void write(Map<String, T> values, JsonWriter out) throws IOException {
        out.generator().writeStartObject();
        for (Map.Entry<String, T> entry : values.entrySet()) {
            out.generator().writeFieldName(entry.getKey());
            element.write(entry.getValue(), out);
        }
        out.generator().writeEndObject();
    }
}
