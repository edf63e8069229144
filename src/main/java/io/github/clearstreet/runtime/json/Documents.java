package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Whole documents: the bytes around one value. */
final class Documents {
    private static final int TYPICAL_LENGTH = 512;

    private Documents() {}

    static <T> T read(ValueCodec<T> codec, byte[] json) {
        try (JsonReader in = new JsonReader(json)) {
            return in.readDocument(codec);
        } catch (JsonProcessingException e) {
            throw MalformedJsonException.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_LENGTH);
        try (JsonWriter out = new JsonWriter(bytes)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes what belongs into one document. */
    interface Content {
        void write(JsonWriter out) throws IOException;
    }
}
