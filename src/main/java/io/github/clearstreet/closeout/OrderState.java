package io.github.clearstreet.closeout;

import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.QueueState;
import io.github.clearstreet.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One order as it was last read. A value that is missing or cannot be read is empty here, and never taken for good news.
 * Immutable and thread-safe.
 */
public final class OrderState {
    /** Final by the ordinary FIX meaning; the API does not say. Every other status, known or not, may still fill. */
    private static final Set<OrderStatus> FINAL =
            Set.of(OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.REJECTED, OrderStatus.EXPIRED);

    /** By the same meaning these are over as soon as nothing is left to fill. */
    private static final Set<OrderStatus> FINAL_WITHOUT_REST =
            Set.of(OrderStatus.REPLACED, OrderStatus.DONE_FOR_DAY, OrderStatus.CALCULATED);

    private final Order order;

    private OrderState(Order order) {
        this.order = order;
    }

    /** Returns the state that this order shows. */
    public static OrderState of(Order order) {
        return new OrderState(order);
    }

    /** The order itself, with everything the API says about it. */
    public Order order() {
        return order;
    }

    /** The server's id. */
    public Optional<String> id() {
        return read(() -> Optional.of(order.id())).filter(text -> !text.isBlank());
    }

    /** The API's id of the instrument. */
    public Optional<String> instrumentId() {
        return read(order::instrumentId);
    }

    /** What people call the instrument. */
    public Optional<String> symbol() {
        return read(order::symbol);
    }

    /** Buy or sell. */
    public Optional<Side> side() {
        return read(() -> Optional.of(order.side()));
    }

    /** How much was ordered, in units. */
    public Optional<BigDecimal> quantity() {
        return read(() -> Optional.of(order.quantity()));
    }

    /** How much has filled, in units. */
    public Optional<BigDecimal> filledQuantity() {
        return read(() -> Optional.of(order.filledQuantity()));
    }

    /** Average price of what has filled. */
    public Optional<BigDecimal> averagePrice() {
        return read(order::averageFillPrice);
    }

    /** Where the order stands. */
    public Optional<OrderStatus> status() {
        return read(() -> Optional.of(order.status()));
    }

    /** What the server says besides, for example why the order was rejected. */
    public List<String> details() {
        return read(order::details).orElse(List.of());
    }

    /** When the order was made, by the server's clock. */
    public Optional<Instant> createdAt() {
        return read(() -> Optional.of(order.createdAt()));
    }

    /** True unless the status is certainly final: an unknown or unreadable one may still fill. */
    public boolean canFill() {
        if (status().filter(FINAL::contains).isPresent()) {
            return false;
        }
        boolean hasRest = read(() -> Optional.of(order.leavesQuantity()))
                .map(rest -> rest.signum() != 0)
                .orElse(true);
        return hasRest || status().filter(FINAL_WITHOUT_REST::contains).isEmpty();
    }

    /** True if the order is held back for a later time. */
    public boolean isQueued() {
        return canFill()
                && read(order::queueState)
                        .filter(QueueState.AWAITING_RELEASE::equals)
                        .isPresent();
    }

    /** Until when the order is held back. */
    public Optional<Instant> releasesAt() {
        return read(order::releasesAt);
    }

    /** True if what a decision hangs on cannot be read: id, side, status, quantities, instrument. */
    public boolean isUnreadable() {
        return id().isEmpty()
                || side().isEmpty()
                || status().isEmpty()
                || quantity().isEmpty()
                || filledQuantity().isEmpty()
                || isBroken(order::instrumentId)
                || isBroken(order::symbol);
    }

    /** True if this could be the order with which the server closes the position: MARKET, the closing side. */
    boolean looksLikeClosing(HeldPosition position) {
        return position.concerns(this)
                && side().map(side -> side.equals(position.closingSide())).orElse(true)
                && read(() -> Optional.of(order.orderType()))
                        .map(OrderType.MARKET::equals)
                        .orElse(true);
    }

    /** True if it looks like closing, for exactly the quantity of the position. */
    boolean closesAllOf(HeldPosition position) {
        return looksLikeClosing(position)
                && side().isPresent()
                && quantity()
                        .filter(ordered -> ordered.compareTo(position.quantity().abs()) == 0)
                        .isPresent();
    }

    /** Filled units with the sign that they have for a position. A side that is not known counts as zero. */
    BigDecimal signedFills() {
        BigDecimal filled = filledQuantity().orElse(BigDecimal.ZERO);
        return isBuy() ? filled : isSell() ? filled.negate() : BigDecimal.ZERO;
    }

    boolean isBuy() {
        return side().filter(Side.BUY::equals).isPresent();
    }

    boolean isSell() {
        return side().filter(side -> side.equals(Side.SELL) || side.equals(Side.SELL_SHORT))
                .isPresent();
    }

    private static <T> Optional<T> read(Supplier<Optional<T>> accessor) {
        try {
            return accessor.get();
        } catch (UnreadableValueException e) {
            return Optional.empty();
        }
    }

    private static boolean isBroken(Supplier<Optional<String>> accessor) {
        try {
            var unused = accessor.get();
            return false;
        } catch (UnreadableValueException e) {
            return true;
        }
    }

    /** Names the order in one line, for example {@code SELL 25 GOOG FILLED, filled 25 (id)}. */
    @Override
    public String toString() {
        return side().map(Side::value).orElse("?") + " " + Decimals.text(quantity()) + " "
                + symbol().or(this::instrumentId).orElse("?") + " "
                + status().map(OrderStatus::value).orElse("?") + ", filled " + Decimals.text(filledQuantity()) + " ("
                + id().orElse("no id") + ")";
    }
}
