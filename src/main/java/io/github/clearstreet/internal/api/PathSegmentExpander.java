package io.github.clearstreet.internal.api;

import feign.Param;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Keeps a path parameter within its segment. With an empty identifier, {@code DELETE …/positions/{id}} would become
 * {@code DELETE …/positions} and close everything; a slash or {@code ..} would lead elsewhere, too.
 *
 * <p>Works together with {@code @RequestLine(decodeSlash = false)}, because Feign turns {@code %2F} back otherwise.
 * Feign asks no expander about null.
 */
public final class PathSegmentExpander implements Param.Expander {
    /**
     * Returns the text with every character encoded that is not a letter, a digit, or one of {@code - . _ ~}. Feign
     * recognizes it as encoded. A percent sign is encoded, too: the text is an identifier, never a piece of a URL.
     *
     * @throws IllegalArgumentException if the text is empty, {@code .} or {@code ..}
     */
    @Override
    public String expand(Object value) {
        String segment = value.toString();
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("An identifier in a path must not be empty, \".\" or \"..\", but is \""
                    + segment + "\". Pass the identifier that the API gave.");
        }
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
