package io.github.clearstreet.internal.http;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the API key so that it is never printed. Immutable. */
public final class ApiKey {
    private static final int MAX_CAUSES = 20;
    private static final String HIDDEN = "[hidden]";

    private static final int SHORTEST_SECRET = 6;

    private final String value;
    private final @Nullable String header;
    /** The key; and its secret half alone, if it has two halves. */
    private final List<String> secrets;

    /** Keeps the key as it is; the facade has already refused a blank key and one with white space. */
    public ApiKey(String value) {
        this(value, null);
    }

    private ApiKey(String value, @Nullable String header) {
        this.header = header;
        this.value = Objects.requireNonNull(value, "value");
        String half = value.substring(Math.max(value.indexOf('.'), value.indexOf(':')) + 1);
        this.secrets = half.length() >= SHORTEST_SECRET && half.length() < value.length()
                ? List.of(value, half)
                : List.of(value);
    }

    /** A copy that travels as it is in the header of this name, in place of {@code Authorization: Bearer}. */
    public ApiKey in(String newHeader) {
        return new ApiKey(value, newHeader);
    }

    String header() {
        return header == null ? "Authorization" : header;
    }

    String headerValue() {
        return header == null ? "Bearer " + value : value;
    }

    /** Blanks out the key and its secret half in a text that a server sent, also where they are written with escapes. */
    public String hideIn(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, HIDDEN);
            if (hidden.indexOf('\\') >= 0 || hidden.indexOf('%') >= 0 || hidden.indexOf('&') >= 0) {
                hidden = escaped(secret).matcher(hidden).replaceAll(HIDDEN);
            }
        }
        return hidden;
    }

    /** Each character as it is, with a backslash, as an escape of JSON, of an address or of HTML. */
    private static Pattern escaped(String secret) {
        return Pattern.compile(secret.chars()
                .mapToObj(c -> String.format(
                        Locale.ROOT,
                        "(?:\\\\?%1$s|\\\\u00(?i:%2$02x)|%%(?i:%2$02x)|&#0*%2$d;|&#[xX]0*(?i:%2$x);)",
                        Pattern.quote(String.valueOf((char) c)),
                        c))
                .collect(Collectors.joining()));
    }

    /** Blanks out the key in the headers of a response; they are nearly always returned as they are. */
    HttpHeaders hideIn(HttpHeaders headers) {
        boolean mentioned = headers.map().values().stream()
                .anyMatch(values -> values.stream().anyMatch(text -> !text.equals(hideIn(text))));
        return mentioned ? HttpHeaders.of(hidden(headers), (name, text) -> true) : headers;
    }

    private Map<String, List<String>> hidden(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> hideIn(header.getKey()),
                        header -> header.getValue().stream().map(this::hideIn).toList(),
                        (one, other) -> one));
    }

    /** True if a message somewhere in the chain of causes repeats the key, as texts of a server can. */
    public boolean isMentionedBy(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> !message.equals(hideIn(message)));
    }

    /** Never holds the key. */
    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
