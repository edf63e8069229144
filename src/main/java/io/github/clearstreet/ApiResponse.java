package io.github.clearstreet;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.json.Violation;
import io.github.clearstreet.model.ApiError;
import io.github.clearstreet.model.ResponseMetadata;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The response to a request that the server accepted.
 *
 * <pre>{@code
 * ApiResponse<List<Order>> response = clearStreet.positions().closePositions(19816);
 * response.data().forEach(order -> log.info("{} {} {}", order.side(), order.quantity(), order.status()));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the data of the response, for example a list of orders
 */
public final class ApiResponse<T> {
    private final T data;
    private final JsonModel envelope;
    private final Supplier<Optional<ApiError>> error;
    private final Supplier<ResponseMetadata> metadata;
    private final Call call;
    private final Duration elapsed;

    /** The error and the metadata may be found unreadable later; the data may not. */
    ApiResponse(
            T data,
            JsonModel envelope,
            Supplier<Optional<ApiError>> error,
            Supplier<ResponseMetadata> metadata,
            Call call,
            Duration elapsed) {
        this.data = data;
        this.envelope = envelope;
        this.error = error;
        this.metadata = metadata;
        this.call = call;
        this.elapsed = elapsed;
    }

    /**
     * The data of the response.
     *
     * @return never null; a list is unmodifiable and may be empty
     */
    public T data() {
        return data;
    }

    /**
     * The error that came with an accepted request, when only a part of it was carried out.
     *
     * @return usually empty
     * @throws io.github.clearstreet.json.UnreadableValueException if there is one that cannot be read
     */
    public Optional<ApiError> error() {
        return error.get();
    }

    /**
     * What the server says about the response itself.
     *
     * @return never null
     * @throws io.github.clearstreet.json.UnreadableValueException if the response came without it
     */
    public ResponseMetadata metadata() {
        return metadata.get();
    }

    /**
     * The id under which Clear Street's support finds this request.
     *
     * @return empty when the response carried none
     */
    public Optional<String> requestId() {
        try {
            return Optional.of(metadata.get().requestId());
        } catch (UnreadableValueException e) {
            return call.requestId();
        }
    }

    /**
     * Everything in the response that could not be read, or was missing although required. The rest of the response is good.
     *
     * @return usually empty
     */
    public List<Violation> violations() {
        return envelope.violations();
    }

    /**
     * The HTTP status.
     *
     * @return 200 to 299
     */
    public int status() {
        return call.status().orElseThrow();
    }

    /**
     * The headers of the response.
     *
     * @return unmodifiable; names compare without regard to case
     */
    public Map<String, List<String>> headers() {
        return call.responseHeaders().map(HttpHeaders::map).orElse(Map.of());
    }

    /**
     * When the request began to leave this machine, by the client's clock (UTC).
     *
     * @return never null
     */
    public Instant sentAt() {
        return call.sentAt().orElseThrow();
    }

    /**
     * The server's clock (UTC) when it answered, in whole seconds. With {@link #sentAt()} it shows how far the two clocks are
     * apart.
     *
     * @return empty when the response had no readable Date header
     */
    public Optional<Instant> serverTime() {
        return call.serverTime();
    }

    /**
     * How long the call took, up to and including the reading of its response.
     *
     * @return measured by a monotonic clock
     */
    public Duration elapsed() {
        return elapsed;
    }

    Call call() {
        return call;
    }

    /** Names the status, the request id and the data. */
    @Override
    public String toString() {
        return Printable.text("ApiResponse[status=" + status() + ", requestId="
                + requestId().orElse("none") + ", data=" + data + "]");
    }

    /** For an ObjectMapper of Jackson 2 or 3. What is not known is left out. */
    @JsonValue
    Map<String, Object> toPlain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("status", status());
        requestId().ifPresent(id -> plain.put("request_id", id));
        plain.put("sent_at", sentAt().toString());
        plain.put("elapsed_ms", elapsed.toMillis());
        plain.put("data", data);
        try {
            error().ifPresent(error -> plain.put("error", error));
        } catch (UnreadableValueException e) {
            plain.put("error", e.violation().toString());
        }
        plain.put("violations", violations().stream().map(Violation::toString).toList());
        return plain;
    }
}
