package io.github.clearstreet.closeout;

import io.github.clearstreet.model.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts together a report that no run made: for tests of your own code. It touches no account. Not thread-safe.
 *
 * <pre>{@code
 * FlattenReport report = FlattenReport.builder(19816, StopReason.DEADLINE)
 *         .position("GOOG", new BigDecimal("25"), new BigDecimal("5"), "the deadline came first")
 *         .build();
 * }</pre>
 */
public final class FlattenReportBuilder {
    private final long accountId;
    private final StopReason stopReason;
    private final List<PositionReport> positions = new ArrayList<>();
    private final List<OrderState> cancelled = new ArrayList<>();
    private final List<UnresolvedRequest> unresolved = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private String message;
    private Instant startedAt = Instant.EPOCH;
    private Instant endedAt = Instant.EPOCH;

    FlattenReportBuilder(long accountId, StopReason stopReason) {
        this.accountId = accountId;
        this.stopReason = Objects.requireNonNull(stopReason, "stopReason");
        this.message = stopReason.name();
    }

    /** What it means, in words for people. By default the name of the reason. */
    public FlattenReportBuilder message(String newMessage) {
        message = Objects.requireNonNull(newMessage, "newMessage");
        return this;
    }

    /** When the run began and ended. By default both are the epoch. */
    public FlattenReportBuilder between(Instant newStartedAt, Instant newEndedAt) {
        startedAt = Objects.requireNonNull(newStartedAt, "newStartedAt");
        endedAt = Objects.requireNonNull(newEndedAt, "newEndedAt");
        return this;
    }

    /**
     * Adds what became of one position.
     *
     * @param symbol also its instrument id
     * @param before in units when the run first saw it, negative if short
     * @param after in units at the end; null if that is not known
     * @param reason why it is not closed; null if it is
     * @param orders the orders of this instrument
     * @return this builder
     */
    public FlattenReportBuilder position(
            String symbol, BigDecimal before, @Nullable BigDecimal after, @Nullable String reason, Order... orders) {
        positions.add(new PositionReport(
                HeldPosition.of(symbol, symbol, before),
                after,
                after == null ? null : endedAt,
                List.of(orders).stream().map(OrderState::of).toList(),
                reason,
                false));
        return this;
    }

    /** Adds an order that the run cancelled, as it was before. */
    public FlattenReportBuilder cancelledOrder(Order order) {
        cancelled.add(OrderState.of(order));
        return this;
    }

    /**
     * Adds a request that may have been carried out.
     *
     * @param operation in the API's own words
     * @param sentAt when it began to leave
     * @param text what is known of it
     * @return this builder
     */
    public FlattenReportBuilder unresolved(String operation, Instant sentAt, String text) {
        unresolved.add(new UnresolvedRequest(operation, null, sentAt, text));
        return this;
    }

    /** Adds a remark. */
    public FlattenReportBuilder remark(String remark) {
        remarks.add(Objects.requireNonNull(remark, "remark"));
        return this;
    }

    /**
     * Makes the report. Its timeline is empty.
     *
     * @return never null
     * @throws IllegalStateException if it would say flat although something is held, not known or unresolved: no run says so
     */
    public FlattenReport build() {
        boolean left = positions.stream()
                .anyMatch(position ->
                        position.after().map(after -> after.signum() != 0).orElse(true));
        if (stopReason == StopReason.FLAT && (left || !unresolved.isEmpty())) {
            throw new IllegalStateException("no report is flat while something is held, not known or unresolved");
        }
        return new FlattenReport(
                accountId,
                stopReason,
                message,
                startedAt,
                endedAt,
                positions,
                List.of(),
                cancelled,
                unresolved,
                List.of(),
                remarks,
                List.of(),
                List.of());
    }
}
