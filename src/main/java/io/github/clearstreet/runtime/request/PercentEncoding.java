package io.github.clearstreet.runtime.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes text into an address so that no character of it means anything there. */
final class PercentEncoding {
    private PercentEncoding() {}

    /**
     * Returns the text with every character encoded that is not a letter, a digit, or one of {@code - . _ ~}, a percent
     * sign included. Feign takes what has no other characters as it is, so nothing is encoded twice.
     */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
