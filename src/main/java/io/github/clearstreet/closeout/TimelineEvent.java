package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that happened in a run. Immutable and thread-safe. */
public final class TimelineEvent {
    private final Instant at;
    private final Kind kind;
    private final String text;
    private final @Nullable OrderState order;
    private final List<HeldPosition> positions;
    private final @Nullable String instrumentId;

    /** What sort of thing. New ones may be added: have a default branch. */
    public enum Kind {
        /** The run began. */
        STARTED,
        /** Positions and open orders were read. */
        READ,
        /** A read failed, or what came could not be trusted. */
        READ_FAILED,
        /** A request that cancels orders is about to be sent. */
        CANCELLING,
        /** A request that closes positions is about to be sent. */
        CLOSING,
        /** The server accepted the request. */
        ACCEPTED,
        /** The server refused the request. */
        REJECTED,
        /** The request was not sent. */
        NOT_SENT,
        /** It is not known whether the request was carried out. */
        OUTCOME_UNKNOWN,
        /** The time in which an unresolved request may still be carried out is over. */
        RESOLVED,
        /** An order is new, or its status or filled quantity changed. */
        ORDER,
        /** A position is left as it is, for the reason given. */
        GIVEN_UP,
        /** The run ended. */
        ENDED
    }

    TimelineEvent(Instant at, Kind kind, String text) {
        this(at, kind, text, null, List.of(), null);
    }

    TimelineEvent(
            Instant at,
            Kind kind,
            String text,
            @Nullable OrderState order,
            List<HeldPosition> positions,
            @Nullable String instrumentId) {
        this.at = at;
        this.kind = kind;
        this.text = Printable.text(text);
        this.order = order;
        this.positions = List.copyOf(positions);
        this.instrumentId = instrumentId;
    }

    /** The order as it is now, of an event of the kind ORDER; otherwise empty. */
    public Optional<OrderState> order() {
        return Optional.ofNullable(order);
    }

    /** What is held, of an event of the kind READ, and what is to be closed, of one of the kind CLOSING; otherwise empty. */
    public List<HeldPosition> positions() {
        return positions;
    }

    /** The API's id of the instrument, if the event is about one only. */
    public Optional<String> instrumentId() {
        return Optional.ofNullable(instrumentId);
    }

    /** When, by the run's clock. */
    public Instant at() {
        return at;
    }

    /** What sort of thing. */
    public Kind kind() {
        return kind;
    }

    /** What happened, in words for people. The wording may change. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return at + "  " + kind + "  " + text;
    }

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    Map<String, Object> toPlain() {
        return ReportJson.plain(this);
    }
}
