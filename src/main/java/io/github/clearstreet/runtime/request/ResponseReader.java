package io.github.clearstreet.runtime.request;

import io.github.clearstreet.runtime.json.Codec;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a good response of one operation, as the specification describes it. Thread-safe. */
@FunctionalInterface
public interface ResponseReader<T> {
    /**
     * Returns the value; null if the specification says that there is none.
     *
     * @throws UnreadableResponseException if the response has no body although it should, or has another status
     * @throws io.github.clearstreet.runtime.json.MalformedJsonException if the body cannot be read as a whole
     */
    @Nullable
    T read(ResponseContent response);

    /** Returns a reader of JSON, whatever the media type is called. An empty body is not JSON. */
    static <T> ResponseReader<T> json(Codec<T> codec) {
        return response -> {
            if (response.body().length() == 0) {
                throw new UnreadableResponseException("The response has no body.");
            }
            return codec.read(response.body(), response.checkpoint());
        };
    }

    /** Returns a reader of JSON that may be null; null is returned as null. */
    static <T> ResponseReader<T> nullableJson(Codec<T> codec) {
        ResponseReader<T> present = json(codec);
        return response -> {
            boolean isNull = response.body().length() < 16
                    && new String(response.bytes(), StandardCharsets.UTF_8)
                            .strip()
                            .equals("null");
            return isNull ? null : present.read(response);
        };
    }

    /** Returns a reader of text as it is, for example CSV. An empty body is an empty text. */
    static ResponseReader<String> text() {
        return ResponseContent::text;
    }

    /** Returns a reader of bytes as they are, for example of a PDF. An empty body has no bytes. */
    static ResponseReader<byte[]> bytes() {
        return ResponseContent::bytes;
    }

    /** Returns a reader that takes nothing from the body. */
    static <T> ResponseReader<T> nothing() {
        return response -> null;
    }
}
