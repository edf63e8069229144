package io.github.clearstreet.runtime.json;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes objects of any shape as plain values. */
final class FreeFormCodec implements ValueCodec<Map<String, Object>> {
    @Override
    public @Nullable Map<String, Object> read(JsonReader in) throws IOException {
        return in.startsObject() ? PlainValues.readFields(in) : null;
    }

    @Override
    public void write(Map<String, Object> value, JsonWriter out) throws IOException {
        PlainValues.write(value, out.generator());
    }
}
