package io.github.clearstreet.runtime.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whole documents: the bytes around one value. */
final class Documents {
    private static final int TYPICAL_LENGTH = 512;

    private Documents() {}

    static <T> T read(ValueCodec<T> codec, byte[] json) {
        return read(codec, json, null, () -> {});
    }

    static <T> T read(ValueCodec<T> codec, byte[] json, Runnable checkpoint) {
        return read(codec, json, null, checkpoint);
    }

    /** @param places turns a JSON Pointer within the text into one from the root of the document that it is a part of */
    static <T> T read(ValueCodec<T> codec, byte[] json, UnaryOperator<String> places) {
        return read(codec, json, places, () -> {});
    }

    /** Lets a document that is in chunks go while it is read. */
    static <T> T read(ValueCodec<T> codec, ByteChunks json, Runnable checkpoint) {
        if (json.isWhole()) {
            return read(codec, json.toArray(), null, checkpoint);
        }
        byte[] restored;
        try (JsonReader in = JsonReader.ofChunks(json, checkpoint)) {
            try {
                return in.readDocument(codec);
            } catch (HeapBudget.ExceededException e) {
                restored = in.restored();
            }
        } catch (JsonProcessingException e) {
            throw MalformedJsonException.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compact(codec, restored, null, checkpoint);
    }

    private static <T> T read(
            ValueCodec<T> codec, byte[] json, @Nullable UnaryOperator<String> places, Runnable checkpoint) {
        try {
            try (JsonReader in = JsonReader.of(json, places, checkpoint)) {
                return in.readDocument(codec);
            } catch (HeapBudget.ExceededException e) {
                // Read again below.
            }
        } catch (JsonProcessingException e) {
            throw MalformedJsonException.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compact(codec, json, places, checkpoint);
    }

    private static <T> T compact(
            ValueCodec<T> codec, byte[] json, @Nullable UnaryOperator<String> places, Runnable checkpoint) {
        try (JsonReader in = JsonReader.compact(json, places, checkpoint)) {
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
