package io.github.clearstreet.internal.json;

/** Reads a model from a JSON document and writes it. Thread-safe. */
public interface Codec<T> {
    /**
     * Reads one JSON object in UTF-8. Values that cannot be read do not fail the document.
     *
     * @throws MalformedJsonException if the bytes are not one JSON object, or exceed a limit of {@link JsonReader}
     */
    T read(byte[] json);

    /** Writes the value as JSON in UTF-8. */
    byte[] write(T value);
}
