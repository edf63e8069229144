package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.runtime.json.ByteChunks;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A good response as it arrived.
 *
 * @param status the HTTP status
 * @param mediaType the value of the header Content-Type; empty if there was none
 * @param body the whole body, not copied; nobody changes it
 * @param checkpoint run now and then while the body is read; ends the reading by an exception of its own
 */
public record ResponseContent(int status, String mediaType, ByteChunks body, Runnable checkpoint) {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    /** A response whose reading nothing ends early. */
    public ResponseContent(int status, String mediaType, byte[] bytes) {
        this(status, mediaType, ByteChunks.of(bytes), () -> {});
    }

    /** Returns the body as bytes. */
    public byte[] bytes() {
        return body.toArray();
    }

    /** Returns the body as text, in the charset that the media type names, else in UTF-8. */
    public String text() {
        return new String(bytes(), charset());
    }

    private Charset charset() {
        Matcher matcher = CHARSET.matcher(mediaType);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1).toUpperCase(Locale.ROOT));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Returns the status, the media type and the size, never the content. */
    @Override
    public String toString() {
        return status + " " + Printable.text(mediaType) + ", " + body;
    }
}
