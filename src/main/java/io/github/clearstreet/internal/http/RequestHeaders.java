package io.github.clearstreet.internal.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks extra request headers at the door. Messages name the header but never show its value. */
public final class RequestHeaders {
    /** What the transport sets itself, what would change the meaning of the request, and what HTTP keeps per connection. */
    private static final Set<String> RESERVED = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "cookie",
            "date",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via",
            "x-http-method",
            "x-http-method-override",
            "x-method-override");

    /** What gateways and frameworks read in place of the address or the method of a request. */
    private static final Pattern REWRITES =
            Pattern.compile("x[-_](original|rewrite|forwarded|override|http|proxy|envoy|accel)([-_].*)?"
                    + "|x[-_](.*[-_])?(url|uri|path|method|prefix)([-_]override)?|forwarded");

    private static final int MAX_VALUE = 8 * 1024;

    private RequestHeaders() {}

    /**
     * Accepts a header or says why not.
     *
     * @throws IllegalArgumentException if the name is not a token or is reserved, or if the value is blank, too long or holds
     *     anything but printable ASCII, spaces and tabs
     */
    public static void check(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(RequestHeaders::isTokenCharacter)) {
            throw new IllegalArgumentException(
                    "A header name must be made of letters, digits and any of !#$%&'*+-.^_`|~ only.");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("The header " + name + " is set by the client itself; leave it out.");
        }
        if (REWRITES.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw new IllegalArgumentException("The header " + name
                    + " could send the request to another address or as another method; leave it out.");
        }
        if (value.isBlank()
                || value.length() > MAX_VALUE
                || !value.chars().allMatch(RequestHeaders::isValueCharacter)) {
            throw new IllegalArgumentException("The value of the header " + name + " must be 1 to " + MAX_VALUE
                    + " characters of printable ASCII, without line breaks.");
        }
    }

    private static boolean isTokenCharacter(int c) {
        return isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isValueCharacter(int c) {
        return (c >= ' ' && c <= '~') || c == '\t';
    }
}
