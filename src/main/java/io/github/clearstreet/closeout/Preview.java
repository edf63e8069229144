package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What closing an account would do. Immutable and thread-safe. */
public final class Preview {
    private final long accountId;
    private final Instant takenAt;
    private final List<PreviewedPosition> positions;
    private final List<OrderState> otherOpenOrders;
    private final List<String> problems;
    private final List<String> remarks;
    private final boolean complete;

    Preview(
            long accountId,
            Instant takenAt,
            List<PreviewedPosition> positions,
            List<OrderState> otherOpenOrders,
            List<String> problems,
            List<String> remarks,
            boolean complete) {
        this.accountId = accountId;
        this.takenAt = takenAt;
        this.positions = List.copyOf(positions);
        this.otherOpenOrders = List.copyOf(otherOpenOrders);
        this.problems = problems.stream().map(Printable::text).toList();
        this.remarks = remarks.stream().map(Printable::text).toList();
        this.complete = complete;
    }

    /** The account. */
    public long accountId() {
        return accountId;
    }

    /** When the reads were done. */
    public Instant takenAt() {
        return takenAt;
    }

    /** Every position that could be read, in the order of the server. Empty means flat only if there are no problems. */
    public List<PreviewedPosition> positions() {
        return positions;
    }

    /** Open orders that are certainly in none of the positions' instruments. They could open new positions. */
    public List<OrderState> otherOpenOrders() {
        return otherOpenOrders;
    }

    /** What could not be read, and which guard of the client would refuse the close. Usually empty. */
    public List<String> problems() {
        return problems;
    }

    /** What was left out or assumed, for example that cash is no position to close. Usually empty. */
    public List<String> remarks() {
        return remarks;
    }

    /** True if everything could be read. Then a problem is only that a guard would refuse the close. */
    public boolean complete() {
        return complete;
    }

    /** True if nothing is held and everything could be read. */
    public boolean flat() {
        return positions.isEmpty() && problems.isEmpty();
    }

    /** Sum of the positions' values without their signs, as far as they are known, in no stated currency. */
    public BigDecimal grossValue() {
        return positions.stream()
                .flatMap(position -> position.estimatedValue().stream())
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The positions, to hand to {@link ClosingAttempt#withPositionsBefore} later. */
    public List<HeldPosition> held() {
        return positions.stream().map(PreviewedPosition::position).toList();
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
