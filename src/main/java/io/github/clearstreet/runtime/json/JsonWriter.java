package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one JSON document in UTF-8. Fields without a value are left out. Not thread-safe: one writer per document. */
public final class JsonWriter implements Closeable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    JsonWriter(OutputStream out) throws IOException {
        this.generator = FACTORY.createGenerator(out);
    }

    /** Writes a typed field, unless it has no value. */
    public <T> void field(String name, ValueCodec<T> codec, @Nullable T value) throws IOException {
        if (value != null) {
            generator.writeFieldName(name);
            codec.write(value, this);
        }
    }

    void nullField(String name) throws IOException {
        generator.writeNullField(name);
    }

    void rawField(String name, @Nullable String json) throws IOException {
        if (json != null) {
            generator.writeFieldName(name);
            generator.writeRawValue(json);
        }
    }

    void plainField(String name, Object value) throws IOException {
        generator.writeFieldName(name);
        PlainValues.write(value, generator);
    }

    <T extends GeneratedModel> void object(T value, ModelCodec<T> codec) throws IOException {
        Leftovers leftovers = value.leftovers;
        String whole = leftovers.wholeJson();
        if (whole != null) {
            generator.writeRawValue(whole);
            return;
        }
        generator.writeStartObject();
        codec.writeFields(value, this);
        leftovers.write(this);
        generator.writeEndObject();
    }

    JsonGenerator generator() {
        return generator;
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }
}
