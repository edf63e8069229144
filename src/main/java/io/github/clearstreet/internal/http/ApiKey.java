package io.github.clearstreet.internal.http;

import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.runtime.json.ByteChunks;
import io.github.clearstreet.runtime.request.Operation;
import io.github.clearstreet.runtime.request.SecurityScheme;
import java.net.http.HttpHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the API key, or a key for each security scheme, so that none is ever printed. Immutable. */
public final class ApiKey {
    private static final int MAX_CAUSES = 20;
    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer";
    /** Stands for every scheme that has no key of its own. */
    private static final String ANY = "";

    /** By the names of the schemes. */
    private final Map<String, String> values;

    /** The header of the caller's choice; null for what the document says. */
    private final @Nullable String header;

    private final String word;
    private final Secrets secrets;

    /** Keeps the key as it is; the facade has already refused a blank key and one with white space. */
    public ApiKey(String value) {
        this(Map.of(ANY, value), null, BEARER);
    }

    /** Keeps the key of one scheme, and none for others. */
    public static ApiKey of(String scheme, String value) {
        return new ApiKey(Map.of(scheme, value), null, BEARER);
    }

    private ApiKey(Map<String, String> values, @Nullable String header, String word) {
        this.values = values;
        this.header = header;
        this.word = word;
        this.secrets = Secrets.of(values.values());
    }

    /** A copy that has these keys, too; they win over those that are there. */
    public ApiKey and(ApiKey others) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others.values);
        return new ApiKey(Collections.unmodifiableMap(all), header, word);
    }

    /** A copy that travels in the header of this name, behind a word or alone, in place of {@code Authorization: Bearer}. */
    public ApiKey in(String newHeader, String newWord) {
        return new ApiKey(values, newHeader, newWord);
    }

    /**
     * What shows the key to one operation. Of several ways it is the first of which each scheme has a key of its own, else the
     * first that the one key is enough for.
     *
     * @throws IllegalArgumentException if keys are missing; it names their schemes
     */
    public Credentials of(Operation operation) {
        List<List<SecurityScheme>> ways = operation.security();
        if (ways == null) {
            return client();
        }
        for (List<SecurityScheme> way : ways) {
            if (!way.isEmpty() && way.stream().allMatch(scheme -> values.containsKey(scheme.id()))) {
                return Credentials.of(way, scheme -> Objects.requireNonNull(values.get(scheme.id())));
            }
        }
        String any = values.get(ANY);
        for (List<SecurityScheme> way : ways) {
            if (any != null
                    && way.stream()
                                    .filter(scheme -> !values.containsKey(scheme.id()))
                                    .count()
                            == 1) {
                return header != null && way.size() == 1
                        ? client()
                        : Credentials.of(way, scheme -> values.getOrDefault(scheme.id(), any));
            }
        }
        if (ways.isEmpty() || ways.stream().anyMatch(List::isEmpty)) {
            return Credentials.NONE;
        }
        throw new IllegalArgumentException(operation.id() + " takes keys that the client has not. Give the builder "
                + ways.stream().map(ApiKey::wanted).collect(Collectors.joining(" or "))
                + "; nothing was sent.");
    }

    private static String wanted(List<SecurityScheme> way) {
        return way.stream()
                .map(scheme -> "apiKey(\"" + Printable.text(scheme.id()) + "\", …)")
                .collect(Collectors.joining(" and "));
    }

    /** The key in the client's own header. */
    public Credentials client() {
        String value = values.get(ANY);
        if (value == null && values.size() == 1) {
            value = values.values().iterator().next();
        }
        if (value == null) {
            throw new IllegalArgumentException(
                    "The client has keys for several schemes, and the operation takes one without a name. Give the builder"
                            + " apiKey(…), too; nothing was sent.");
        }
        return Credentials.inHeader(
                header == null ? AUTHORIZATION : header, word.isEmpty() ? value : word + " " + value);
    }

    /** Blanks out the key and its secret half in a text that a server sent, also where they are written with escapes. */
    public String hideIn(String text) {
        return secrets.hideIn(text);
    }

    /** Does the same in a document, which is nearly always returned as it is. */
    ByteChunks hideIn(ByteChunks document) {
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
