package io.github.clearstreet.runtime.request;

import io.github.clearstreet.runtime.json.Codec;
import java.nio.charset.StandardCharsets;

/** Writes the body of one operation, in the media type that the specification names. Thread-safe. */
@FunctionalInterface
public interface BodyWriter<T> {
    /**
     * Returns what is sent.
     *
     * @throws IllegalArgumentException if the value cannot be sent as the media type wants it
     */
    RequestBody write(T value);

    /** Returns a writer of JSON, or of a media type that is JSON, such as {@code application/merge-patch+json}. */
    static <T> BodyWriter<T> json(String mediaType, Codec<T> codec) {
        return value -> new RequestBody(mediaType, codec.write(value));
    }

    /** Returns a writer of text as it is, in UTF-8: no quotes, no escapes. */
    static BodyWriter<String> text(String mediaType) {
        String withCharset = mediaType.contains("charset=") ? mediaType : mediaType + "; charset=UTF-8";
        return value -> new RequestBody(withCharset, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a writer of bytes as they are. */
    static BodyWriter<byte[]> bytes(String mediaType) {
        return value -> new RequestBody(mediaType, value);
    }

    /** Returns a writer of forms, urlencoded or as {@code multipart/form-data}. */
    static <T extends OperationForm> BodyWriter<T> form(String mediaType) {
        return mediaType.startsWith("multipart/")
                ? form -> MultipartWriter.write(mediaType, form.fields())
                : form -> new RequestBody(mediaType, form.fields().urlEncoded().getBytes(StandardCharsets.US_ASCII));
    }
}
