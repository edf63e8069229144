package io.github.clearstreet.runtime.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes one JSON value: within a document, or as the whole of it. Thread-safe. */
public interface ValueCodec<T> extends Codec<T> {
    /**
     * Reads the value that starts at the current token, and stops at its last token.
     *
     * @return null if the value is null, or if it cannot be read; the reader has then noted the violation
     */
    @Nullable
    T read(JsonReader in) throws IOException;

    /**
     * Reads like {@link #read}, for an element of a list. A codec that can stand for an unreadable value by itself
     * returns it instead of null, so that the list keeps its other elements.
     */
    default @Nullable T readElement(JsonReader in) throws IOException {
        return read(in);
    }

    void write(T value, JsonWriter out) throws IOException;

    @Override
    default T read(byte[] json) {
        return Documents.read(this, json);
    }

    @Override
    default T read(byte[] json, Runnable checkpoint) {
        return Documents.read(this, json, checkpoint);
    }

    @Override
    default T read(ByteChunks json, Runnable checkpoint) {
        return Documents.read(this, json, checkpoint);
    }

    @Override
    default byte[] write(T value) {
        return Documents.write(out -> write(value, out));
    }
}
