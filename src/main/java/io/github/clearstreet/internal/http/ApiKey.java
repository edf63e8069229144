package io.github.clearstreet.internal.http;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the API key so that it is never printed. Immutable. */
public final class ApiKey {
    private static final int MAX_CAUSES = 20;

    private final String value;

    /** Keeps the key as it is; the facade has already refused a blank key and one with white space. */
    public ApiKey(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The value of the Authorization header. */
    String authorization() {
        return "Bearer " + value;
    }

    /** Blanks out the key in a text that a server sent, in case it echoes what it was given. */
    public String hideIn(String text) {
        return text.replace(value, "[hidden]");
    }

    /** Blanks out the key in the headers of an answer; they are nearly always returned as they are. */
    HttpHeaders hideIn(HttpHeaders headers) {
        boolean mentioned = headers.map().values().stream()
                .anyMatch(values -> values.stream().anyMatch(text -> text.contains(value)));
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
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(value));
    }

    /** Never holds the key. */
    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
