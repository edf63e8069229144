package io.github.clearstreet.closeout;

import java.time.Instant;
import java.util.List;

/** What a run did to an account, and what is left. Immutable and thread-safe. */
public final class FlattenReport {
    private final long accountId;
    private final StopReason stopReason;
    private final String message;
    private final Instant startedAt;
    private final Instant endedAt;
    private final List<PositionReport> positions;
    private final List<OrderState> otherOpenOrders;
    private final List<UnresolvedRequest> unresolved;
    private final List<String> requestIds;
    private final List<TimelineEvent> timeline;

    FlattenReport(
            long accountId,
            StopReason stopReason,
            String message,
            Instant startedAt,
            Instant endedAt,
            List<PositionReport> positions,
            List<OrderState> otherOpenOrders,
            List<UnresolvedRequest> unresolved,
            List<String> requestIds,
            List<TimelineEvent> timeline) {
        this.accountId = accountId;
        this.stopReason = stopReason;
        this.message = message;
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.positions = List.copyOf(positions);
        this.otherOpenOrders = List.copyOf(otherOpenOrders);
        this.unresolved = List.copyOf(unresolved);
        this.requestIds = List.copyOf(requestIds);
        this.timeline = List.copyOf(timeline);
    }

    /** The account. */
    public long accountId() {
        return accountId;
    }

    /**
     * True only if all positions could be read, there were none, and the read was made after every order that may have
     * been made by this run was final.
     */
    public boolean flat() {
        return stopReason == StopReason.FLAT;
    }

    /** Why the run ended. */
    public StopReason stopReason() {
        return stopReason;
    }

    /** What that means and what to do, in words for people. */
    public String message() {
        return message;
    }

    /** When the run began. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When the run ended. */
    public Instant endedAt() {
        return endedAt;
    }

    /** Every position that was seen during the run, in the order in which it was first seen. */
    public List<PositionReport> positions() {
        return positions;
    }

    /** Orders that may still fill and are not listed with a position. */
    public List<OrderState> otherOpenOrders() {
        return otherOpenOrders;
    }

    /** Requests that may have been carried out, or may be still. Look at orders and positions before you send anything. */
    public List<UnresolvedRequest> unresolved() {
        return unresolved;
    }

    /** The ids of all requests that were answered with one, in their order, for Clear Street's support. */
    public List<String> requestIds() {
        return requestIds;
    }

    /** What happened, in order. */
    public List<TimelineEvent> timeline() {
        return timeline;
    }

    /** One JSON object, with the API's own names. */
    public String toJson() {
        return ReportJson.of(this);
    }

    /** A table of several lines. */
    @Override
    public String toString() {
        return ReportTables.of(this);
    }
}
