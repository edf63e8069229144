package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a run did to an account, and what is left. Immutable and thread-safe. */
public final class FlattenReport {
    private final long accountId;
    private final StopReason stopReason;
    private final String message;
    private final Instant startedAt;
    private final Instant endedAt;
    private final List<PositionReport> positions;
    private final List<OrderState> otherOpenOrders;
    private final List<OrderState> cancelledOrders;
    private final List<UnresolvedRequest> unresolved;
    private final List<UnresolvedRequest> resolved;
    private final List<String> remarks;
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
            List<OrderState> cancelledOrders,
            List<UnresolvedRequest> unresolved,
            List<UnresolvedRequest> resolved,
            List<String> remarks,
            List<String> requestIds,
            List<TimelineEvent> timeline) {
        this.accountId = accountId;
        this.stopReason = stopReason;
        this.message = Printable.text(message);
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.positions = List.copyOf(positions);
        this.otherOpenOrders = List.copyOf(otherOpenOrders);
        this.cancelledOrders = List.copyOf(cancelledOrders);
        this.unresolved = List.copyOf(unresolved);
        this.resolved = List.copyOf(resolved);
        this.remarks = remarks.stream().map(Printable::text).toList();
        this.requestIds = List.copyOf(requestIds);
        this.timeline = List.copyOf(timeline);
    }

    /**
     * Begins a report that no run made, for tests of what you do with one. {@link #flat()} follows from the reason.
     *
     * @param accountId the account
     * @param stopReason why the run would have ended
     * @return never null
     */
    public static FlattenReportBuilder builder(long accountId, StopReason stopReason) {
        return new FlattenReportBuilder(accountId, stopReason);
    }

    /** The account. */
    public long accountId() {
        return accountId;
    }

    /**
     * True only if two complete reads in a row found no position, after every order that may have been made by this run was
     * final and no request was unresolved, and if what filled explains it.
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

    /**
     * The orders that are gone because this run cancelled them, as they were before: with type, prices, time in force and
     * what else it takes to place them again.
     */
    public List<OrderState> cancelledOrders() {
        return cancelledOrders;
    }

    /** Requests whose outcome was unknown at first, and what {@linkplain UnresolvedRequest#resolution() became} of them. */
    public List<UnresolvedRequest> resolved() {
        return resolved;
    }

    /** What was assumed, left out or refused, for example that an old order cannot fill any more. Usually empty. */
    public List<String> remarks() {
        return remarks;
    }

    /** Requests that may have been carried out, or may be still. Look at orders and positions before you send anything. */
    public List<UnresolvedRequest> unresolved() {
        return unresolved;
    }

    /** The ids that the responses gave the requests, in their order, for Clear Street's support. */
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

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    Map<String, Object> toPlain() {
        return ReportJson.plain(this);
    }
}
