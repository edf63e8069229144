package io.github.clearstreet.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the sandbox: status, headers and body. Content-Length is added when it is sent. Immutable and
 * thread-safe; every {@code with} method returns a copy.
 */
public final class SandboxResponse {
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern FRAMING = Pattern.compile("(?i)Content-Length|Transfer-Encoding");

    private final int status;
    private final Map<String, String> headers;
    private final String body;

    private SandboxResponse(int status, Map<String, String> headers, String body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("A status must be from 200 to 599, not " + status);
        }
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Returns an answer of type application/json. The body is sent as it is, JSON or not. */
    public static SandboxResponse json(int status, String body) {
        return empty(status).withHeader("Content-Type", "application/json").withBody(body);
    }

    /** Returns an answer of type text/html, as a proxy would give it. */
    public static SandboxResponse html(int status, String body) {
        return empty(status).withHeader("Content-Type", "text/html").withBody(body);
    }

    /** Returns an answer without headers and body. */
    public static SandboxResponse empty(int status) {
        return new SandboxResponse(status, Map.of(), "");
    }

    /** Returns an error as the API's examples show it: {@code {"error": {…}, "metadata": {"request_id": …}}}. */
    public static SandboxResponse error(int status, String message, String requestId) {
        return error(status, message, List.of(), requestId);
    }

    static SandboxResponse error(int status, String message, List<Map<String, String>> details, String requestId) {
        Map<String, Object> error = errorObject(status, message);
        if (!details.isEmpty()) {
            error.put("details", details);
        }
        return envelope(status, "error", error, requestId);
    }

    /** Returns an error as the API declares it, without an envelope: {@code {"code": …, "message": …}}. */
    public static SandboxResponse flatError(int status, String message) {
        return json(status, Json.write(errorObject(status, message)));
    }

    /** A success in the API's envelope. */
    static SandboxResponse data(@Nullable Object data, String requestId) {
        return envelope(200, "data", data, requestId);
    }

    /** A page of a list in the API's envelope. */
    static <T> SandboxResponse page(Page<T> page, Function<T, Object> json, String requestId) {
        Map<String, @Nullable Object> metadata = page.metadata();
        metadata.put("request_id", requestId);
        return envelope(200, "data", page.items().stream().map(json).toList(), metadata);
    }

    private static SandboxResponse envelope(int status, String name, @Nullable Object content, String requestId) {
        return envelope(status, name, content, Map.of("request_id", requestId));
    }

    private static SandboxResponse envelope(
            int status, String name, @Nullable Object content, Map<String, ? extends @Nullable Object> metadata) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put(name, content);
        envelope.putIfAbsent("error", null);
        envelope.put("metadata", metadata);
        return json(status, Json.write(envelope));
    }

    private static Map<String, Object> errorObject(int status, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", status);
        error.put("message", message);
        return error;
    }

    /**
     * Returns a copy with this status.
     *
     * @throws IllegalArgumentException if it is below 200 or above 599
     */
    public SandboxResponse withStatus(int newStatus) {
        return new SandboxResponse(newStatus, headers, body);
    }

    /**
     * Returns a copy with this header, in place of one with the same name in any case.
     *
     * @throws IllegalArgumentException if it is not a legal header, or is one that frames the body
     */
    public SandboxResponse withHeader(String name, String value) {
        if (!HEADER_NAME.matcher(name).matches() || value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("A header needs a legal name and a value of printable ASCII");
        }
        if (FRAMING.matcher(name).matches()) {
            throw new IllegalArgumentException(name + " follows from the body and cannot be set");
        }
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new SandboxResponse(status, Collections.unmodifiableMap(more), body);
    }

    /** Returns a copy without this header, found in any case. */
    public SandboxResponse withoutHeader(String name) {
        Map<String, String> fewer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fewer.putAll(headers);
        fewer.remove(name);
        return new SandboxResponse(status, Collections.unmodifiableMap(fewer), body);
    }

    /** Returns a copy with this body, which is sent as UTF-8. */
    public SandboxResponse withBody(String newBody) {
        return new SandboxResponse(status, headers, newBody);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** All headers but those that frame the body. Unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The value of a header, found in any case. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The body as text; empty for none. */
    public String body() {
        return body;
    }

    @Override
    public String toString() {
        return status + " " + Printable.text(body);
    }
}
