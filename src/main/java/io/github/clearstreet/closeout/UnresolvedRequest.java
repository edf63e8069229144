package io.github.clearstreet.closeout;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that may have been carried out or may be carried out still. Immutable and thread-safe. */
public final class UnresolvedRequest {
    private final String operation;
    private final @Nullable String instrumentId;
    private final Instant sentAt;
    private final String message;

    UnresolvedRequest(String operation, @Nullable String instrumentId, Instant sentAt, String message) {
        this.operation = operation;
        this.instrumentId = instrumentId;
        this.sentAt = sentAt;
        this.message = message;
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

    @Override
    public String toString() {
        return operation + (instrumentId == null ? "" : " of " + instrumentId) + " sent at " + sentAt + ": " + message;
    }
}
