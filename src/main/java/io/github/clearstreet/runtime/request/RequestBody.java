package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A body as it is sent: its media type and its bytes. Immutable. */
public final class RequestBody {
    private final String mediaType;
    private final byte[] bytes;

    /** Takes a copy of the bytes. */
    public RequestBody(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
    }

    /** Returns the value of the header Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RequestBody that
                && mediaType.equals(that.mediaType)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
    }

    /** Returns the media type and the size, never the content. */
    @Override
    public String toString() {
        return Printable.text(mediaType) + ", " + bytes.length + " bytes";
    }
}
