package io.github.clearstreet.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived completely, as it came, except that headers which carry a secret show its scheme only.
 * Immutable and thread-safe.
 */
public final class SandboxRequest {
    private final String requestId;
    private final Instant receivedAt;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, List<String>> headers;
    private final String body;

    SandboxRequest(
            String requestId,
            Instant receivedAt,
            String method,
            String path,
            @Nullable String query,
            Map<String, List<String>> headers,
            String body) {
        this.requestId = requestId;
        this.receivedAt = receivedAt;
        this.method = method;
        this.path = path;
        this.query = query;
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        this.headers = Collections.unmodifiableMap(copy);
        this.body = body;
    }

    /** The id that the answer carries as {@code metadata.request_id}. */
    public String requestId() {
        return requestId;
    }

    /** When the last byte had been read, by the sandbox's clock. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** The HTTP method, as it was sent. */
    public String method() {
        return method;
    }

    /** The API's name of the operation that is meant, for example {@code get_orders}; empty if there is none. */
    public Optional<String> operationId() {
        return operation().map(Endpoint::operationId);
    }

    Optional<Endpoint> operation() {
        return Endpoint.of(method, path);
    }

    /** The path as it was sent, not decoded. */
    public String path() {
        return path;
    }

    /** The text after the question mark as it was sent, not decoded; empty if there was none. */
    public Optional<String> query() {
        return Optional.ofNullable(query);
    }

    /** All values by name. Names are found in any case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first value of a header, found in any case. For {@code Authorization}, only the scheme. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null ? Optional.empty() : values.stream().findFirst();
    }

    /** The body as text, read as UTF-8; empty if there was none. At most the first mebibyte. */
    public String body() {
        return body;
    }

    int size() {
        return path.length()
                + (query == null ? 0 : query.length())
                + body.length()
                + headers.toString().length();
    }

    /** The first line without the query: what came, but nothing that could be private. */
    @Override
    public String toString() {
        return Printable.text(method + " " + path);
    }
}
