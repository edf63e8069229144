package io.github.clearstreet;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.failure.CallDetails;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.model.ApiError;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not end in an accepted response; its type says what happened to the account.
 *
 * <p>There are exactly three kinds, so a {@code switch} over them is complete: {@link NotSentException}, {@link
 * RejectedException} and {@link OutcomeUnknownException}. The message is one line that can be logged as it is: it names
 * the operation, the account, the reason, what to do next and the request id, and never the API key.
 *
 * <p>Instances are immutable and safe to share between threads.
 */
public abstract sealed class ClearStreetException extends RuntimeException
        permits NotSentException, RejectedException, OutcomeUnknownException {
    private static final long serialVersionUID = 1L;

    private final CallDetails facts;

    ClearStreetException(String message, CallDetails facts, @Nullable Throwable cause) {
        super(Printable.text(message), cause); // the one place where a server's text gets into a message
        this.facts = facts;
    }

    /**
     * What the call did to the account. It follows from the type of the exception.
     *
     * @return never {@link Outcome#ACCEPTED}
     */
    public abstract Outcome outcome();

    /**
     * The operation that was called, in the API's own words.
     *
     * @return for example {@code close_positions}
     */
    public String operation() {
        return facts.operation();
    }

    /**
     * The account that the call was about.
     *
     * @return empty for an operation without an account
     */
    public OptionalLong accountId() {
        return facts.accountId() == null ? OptionalLong.empty() : OptionalLong.of(facts.accountId());
    }

    /**
     * The HTTP status of the response.
     *
     * @return empty when no status line arrived
     */
    public OptionalInt status() {
        return facts.status() == null ? OptionalInt.empty() : OptionalInt.of(facts.status());
    }

    /**
     * The code, message and details that the server gave, from either of the API's two error shapes.
     *
     * @return empty when the body held neither, for example a proxy's HTML page
     */
    public Optional<ApiError> error() {
        return Optional.ofNullable(facts.errorJson()).map(ApiError::fromJson);
    }

    /**
     * The id under which Clear Street's support finds this request.
     *
     * @return empty when the response carried none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(facts.requestId());
    }

    /**
     * How long the server asked to wait before the next request; a moment in the past is zero. The client itself never
     * acts on it.
     *
     * @return empty when there was no readable Retry-After header
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(facts.retryAfter());
    }

    /**
     * When the request began to leave this machine, by the client's clock (UTC). Orders made by it are not older, apart
     * from the difference between the two clocks.
     *
     * @return empty when it was not sent
     */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(facts.sentAt());
    }

    /**
     * The server's clock (UTC) when it answered, in whole seconds. With {@link #sentAt()} it shows how far the two clocks are
     * apart.
     *
     * @return empty when no response arrived, or one without a readable Date header
     */
    public Optional<Instant> serverTime() {
        return Optional.ofNullable(facts.serverTime());
    }

    /**
     * How long the call took, from the caller's point of view.
     *
     * @return zero or more, measured by a monotonic clock
     */
    public Duration elapsed() {
        return facts.elapsed();
    }

    /**
     * The start of the body as it arrived, read as UTF-8, for support and logs; the API key is blanked out.
     *
     * @return empty when no body arrived; at most the first 8 KiB
     */
    public Optional<String> rawBody() {
        return Optional.ofNullable(facts.rawBody());
    }

    /** For an ObjectMapper of Jackson 2 or 3: the facts, and no stack trace. What is not known is left out. */
    @JsonValue
    Map<String, Object> toPlain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("outcome", outcome().name());
        plain.put("operation", operation());
        accountId().ifPresent(account -> plain.put("account_id", account));
        status().ifPresent(status -> plain.put("status", status));
        plain.put("message", String.valueOf(getMessage()));
        error().ifPresentOrElse(
                        error -> plain.put("error", error),
                        () -> rawBody().ifPresent(body -> plain.put("raw_body", body)));
        requestId().ifPresent(id -> plain.put("request_id", id));
        retryAfter().ifPresent(wait -> plain.put("retry_after_seconds", wait.toSeconds()));
        sentAt().ifPresent(sent -> plain.put("sent_at", sent.toString()));
        return plain;
    }
}
