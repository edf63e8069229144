package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of which it was not known whether it had been carried out, and what became of it as far as that is known. Immutable and thread-safe. */
public final class UnresolvedRequest {
    private final String operation;
    private final @Nullable String instrumentId;
    private final Instant sentAt;
    private final String message;
    private final @Nullable String resolution;

    UnresolvedRequest(String operation, @Nullable String instrumentId, Instant sentAt, String message) {
        this(operation, instrumentId, sentAt, message, null);
    }

    private UnresolvedRequest(
            String operation,
            @Nullable String instrumentId,
            Instant sentAt,
            String message,
            @Nullable String resolution) {
        this.operation = operation;
        this.instrumentId = instrumentId;
        this.sentAt = sentAt;
        this.message = Printable.text(message);
        this.resolution = resolution == null ? null : Printable.text(resolution);
    }

    UnresolvedRequest resolvedBy(String newResolution) {
        return new UnresolvedRequest(operation, instrumentId, sentAt, message, newResolution);
    }

    /** The operation in the API's own words, for example {@code close_positions}. */
    public String operation() {
        return operation;
    }

    /** The instrument, if the request was about one. */
    public Optional<String> instrumentId() {
        return Optional.ofNullable(instrumentId);
    }

    /** When it began to leave this machine. */
    public Instant sentAt() {
        return sentAt;
    }

    /** What went wrong. */
    public String message() {
        return message;
    }

    /** What became of it after all, in words for people; empty as long as it is not known. */
    public Optional<String> resolution() {
        return Optional.ofNullable(resolution);
    }

    @Override
    public String toString() {
        return Printable.text(operation + (instrumentId == null ? "" : " of " + instrumentId) + " sent at " + sentAt
                + ": " + message + (resolution == null ? "" : "; " + resolution));
    }

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    Map<String, Object> toPlain() {
        return ReportJson.plain(this);
    }
}
