package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one position. Immutable and thread-safe. */
public final class PositionReport {
    private final HeldPosition before;
    private final @Nullable BigDecimal after;
    private final @Nullable Instant asOf;
    private final List<OrderState> orders;
    private final @Nullable String reason;
    private final boolean wentThroughZero;

    PositionReport(
            HeldPosition before,
            @Nullable BigDecimal after,
            @Nullable Instant asOf,
            List<OrderState> orders,
            @Nullable String reason,
            boolean wentThroughZero) {
        this.before = before;
        this.after = after;
        this.orders = List.copyOf(orders);
        this.reason = reason == null ? null : Printable.text(reason);
        this.asOf = asOf;
        this.wentThroughZero = wentThroughZero;
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

    /** When {@link #after} was read; empty when it is not known. */
    public Optional<Instant> asOf() {
        return Optional.ofNullable(asOf);
    }

    /** True if long became short, or short long, on the way, even if nothing is held in the end. */
    public boolean wentThroughZero() {
        return wentThroughZero;
    }

    /** The orders of this instrument that filled during the run or may still fill, whoever made them, as they were last read. */
    public List<OrderState> orders() {
        return orders;
    }

    /** Why the position is not closed; empty when it is. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public String toString() {
        return Printable.text(symbol() + " " + before.quantity().toPlainString() + " -> " + ReportTables.text(after())
                + (wentThroughZero ? " WENT THROUGH ZERO" : "")
                + (reason == null ? "" : ": " + reason));
    }

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    Map<String, Object> toPlain() {
        return ReportJson.plain(this);
    }
}
