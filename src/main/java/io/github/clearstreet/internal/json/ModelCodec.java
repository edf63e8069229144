package io.github.clearstreet.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The common part of the generated codecs: a generated one only says which fields there are. */
public abstract class ModelCodec<T> implements Codec<T>, ValueCodec<T> {
    private static final int TYPICAL_LENGTH = 512;

    /** Reads fields with {@link JsonReader#nextField} until there are no more, and builds the model. */
    protected abstract T readFields(JsonReader in) throws IOException;

    /** Writes the typed fields. */
    protected abstract void writeFields(T value, JsonWriter out) throws IOException;

    /** Returns what the model keeps beside its typed fields. */
    protected abstract Leftovers leftovers(T value);

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

    @Override
    public final T read(byte[] json) {
        try (JsonReader in = new JsonReader(json)) {
            return in.readDocument(this);
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException("The text is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final byte[] write(T value) {
        return toBytes(out -> write(value, out));
    }

    /** Reads the model from JSON text, as {@link #read(byte[])} does. */
    public final T fromJson(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the model as JSON text. */
    public final String toJson(T value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /** For databind: reads the model from the plain values that any JSON library can make. */
    public final T fromPlain(Map<String, ?> plain) {
        return read(toBytes(out -> PlainValues.write(plain, out.generator())));
    }

    /** For databind: returns the model as plain values that any JSON library can write. */
    public final Map<String, Object> toPlain(T value) {
        try (JsonReader in = new JsonReader(write(value))) {
            return in.readPlainDocument();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] toBytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_LENGTH);
        try (JsonWriter out = new JsonWriter(bytes)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Content {
        void write(JsonWriter out) throws IOException;
    }
}
