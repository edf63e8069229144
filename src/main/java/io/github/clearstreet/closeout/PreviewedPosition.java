package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What closing would do to one position. Immutable and thread-safe. */
public final class PreviewedPosition {
    private final HeldPosition position;
    private final List<OrderState> openOrders;

    PreviewedPosition(HeldPosition position, List<OrderState> openOrders) {
        this.position = position;
        this.openOrders = List.copyOf(openOrders);
    }

    /** The position as it is now. */
    public HeldPosition position() {
        return position;
    }

    /** The side of the closing order. */
    public Side closingSide() {
        return position.closingSide();
    }

    /** The quantity of the closing order, in units, more than zero. */
    public BigDecimal closingQuantity() {
        return position.quantity().abs();
    }

    /** What the server says the position is worth, in no stated currency. The price that a close gets can differ. */
    public Optional<BigDecimal> estimatedValue() {
        return position.marketValue();
    }

    /** Orders that may fill in this instrument, and those that may for all that can be read. */
    public List<OrderState> openOrders() {
        return openOrders;
    }

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    Map<String, Object> toPlain() {
        return ReportJson.plain(this);
    }
}
