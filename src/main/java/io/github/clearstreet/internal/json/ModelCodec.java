package io.github.clearstreet.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The common part of the generated codecs: a generated one only says which fields there are. */
public abstract class ModelCodec<T> implements Codec<T>, ValueCodec<T> {
    /** Reads fields with {@link JsonReader#nextName()} until there are no more, and builds the model. */
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
            // Not getMessage(): it may quote the document.
            throw new MalformedJsonException("The text is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (CharConversionException e) {
            throw new MalformedJsonException("The text is not valid UTF-8.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final byte[] write(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonWriter out = new JsonWriter(bytes)) {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public final T fromJson(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    public final String toJson(T value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /** For databind: reads the model from the plain values that any JSON library can make. */
    public final T fromPlain(Map<String, ?> plain) {
        return read(PlainValues.toJson(plain));
    }

    /** For databind: returns the model as plain values that any JSON library can write. */
    public final Map<String, Object> toPlain(T value) {
        return PlainValues.fromJson(write(value));
    }
}
