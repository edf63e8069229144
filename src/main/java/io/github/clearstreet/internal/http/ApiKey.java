package io.github.clearstreet.internal.http;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the API key so that it is never printed. Immutable. */
public final class ApiKey {
    private static final int MAX_CAUSES = 20;
    private static final String AUTHORIZATION = "Bearer ";

    private final String value;
    private final @Nullable String header;
    private final Secrets secrets;

    /** Keeps the key as it is; the facade has already refused a blank key and one with white space. */
    public ApiKey(String value) {
        this(value, null);
    }

    private ApiKey(String value, @Nullable String header) {
        this.header = header;
        this.value = Objects.requireNonNull(value, "value");
        this.secrets = Secrets.of(value, AUTHORIZATION + value);
    }

    /** A copy that travels as it is in the header of this name, in place of {@code Authorization: Bearer}. */
    public ApiKey in(String newHeader) {
        return new ApiKey(value, newHeader);
    }

    String header() {
        return header == null ? "Authorization" : header;
    }

    String headerValue() {
        return header == null ? AUTHORIZATION + value : value;
    }

    /** Blanks out the key and its secret half in a text that a server sent, also where they are written with escapes. */
    public String hideIn(String text) {
        return secrets.hideIn(text);
    }

    /** Does the same in a document, which is nearly always returned as it is. */
    byte[] hideIn(byte[] document) {
        return secrets.hideIn(document);
    }

    /** Blanks out the key in the headers of a response; they are nearly always returned as they are. */
    HttpHeaders hideIn(HttpHeaders headers) {
        for (List<String> values : headers.map().values()) {
            for (String text : values) {
                if (!text.equals(hideIn(text))) {
                    return HttpHeaders.of(hidden(headers), (name, value) -> true);
                }
            }
        }
        return headers;
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
