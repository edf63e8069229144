package io.github.clearstreet.runtime.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The common part of the generated codecs: a generated one only says which fields there are. */
public abstract class ModelCodec<T extends GeneratedModel> implements ValueCodec<T> {
    /** Returns the names of the fields, in the order of the values of the model. */
    protected abstract FieldNames fields();

    /** Reads fields with {@link JsonReader#nextField} until there are no more, and builds the model. */
    protected abstract T readFields(JsonReader in) throws IOException;

    /** Writes the typed fields. */
    protected abstract void writeFields(T value, JsonWriter out) throws IOException;

    @Override
    public final @Nullable T read(JsonReader in) throws IOException {
        return in.startsObject() ? in.readObject(this) : null;
    }

    @Override
    public final T readElement(JsonReader in) throws IOException {
        return in.readObject(this);
    }

    @Override
    public final void write(T value, JsonWriter out) throws IOException {
        out.object(value, this);
    }

    /** Reads the model from JSON text, as {@link #read(byte[])} does. */
    public final T fromJson(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the model as JSON text. */
    public final String toJson(T value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /**
     * For databind: reads the model from the plain values that any JSON library can make. A decimal that came as a JSON number
     * has passed through {@code double} by then, unless the mapper reads floating-point numbers as {@link
     * java.math.BigDecimal}; one that came as text is exact.
     */
    public final T fromPlain(Map<String, ?> plain) {
        return read(Documents.write(out -> PlainValues.write(plain, out.generator())));
    }

    /** For databind: returns the model as plain values that any JSON library can write. */
    public final Map<String, Object> toPlain(T value) {
        try (JsonReader in = JsonReader.withoutBudget(write(value))) {
            return in.readPlainDocument();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
