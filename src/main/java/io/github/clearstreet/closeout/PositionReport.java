package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one position. Immutable and thread-safe. */
public final class PositionReport {
    private final HeldPosition before;
    private final @Nullable BigDecimal after;
    private final List<OrderState> orders;
    private final @Nullable String reason;

    PositionReport(HeldPosition before, @Nullable BigDecimal after, List<OrderState> orders, @Nullable String reason) {
        this.before = before;
        this.after = after;
        this.orders = List.copyOf(orders);
        this.reason = reason;
    }

    /** What people call the instrument. */
    public String symbol() {
        return before.symbol();
    }

    /** The API's id of the instrument. */
    public String instrumentId() {
        return before.instrumentId();
    }

    /** The position when the run first saw it. */
    public HeldPosition before() {
        return before;
    }

    /** What is held now, in units; zero when it is closed, empty when it is not known. */
    public Optional<BigDecimal> after() {
        return Optional.ofNullable(after);
    }

    /** The orders of this instrument that closed it, or may have been made by the run, as they were last read. */
    public List<OrderState> orders() {
        return orders;
    }

    /** Why the position is not closed; empty when it is. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public String toString() {
        return symbol() + " " + before.quantity().toPlainString() + " -> " + Decimals.text(after())
                + (reason == null ? "" : ": " + reason);
    }
}
