package io.github.clearstreet.runtime.json;

/** Reads a value from a JSON document and writes it. Thread-safe. */
public interface Codec<T> {
    /**
     * Reads one JSON document in UTF-8. What cannot be read within an object does not fail the document.
     *
     * @throws MalformedJsonException if the bytes are not one JSON value of the right kind, or exceed a limit of
     *     {@link JsonReader}
     */
    T read(byte[] json);

    /**
     * As {@link #read(byte[])}.
     *
     * @param checkpoint runs now and then while the document is read; what it throws ends the reading
     */
    default T read(byte[] json, Runnable checkpoint) {
        return read(json);
    }

    /** As {@link #read(byte[], Runnable)}; a document in chunks is let go while it is read, and can be read once. */
    default T read(ByteChunks json, Runnable checkpoint) {
        return read(json.toArray(), checkpoint);
    }

    /** Writes the value as JSON in UTF-8. */
    byte[] write(T value);
}
