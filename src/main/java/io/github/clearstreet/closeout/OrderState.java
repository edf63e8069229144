package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.QueueState;
import io.github.clearstreet.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One order as it was last read. A value that is missing or cannot be read is empty here, and never taken for good news.
 * Immutable and thread-safe.
 */
public final class OrderState {

    /** The API has both spellings, the other one for instructions. */
    private static final String CANCELED_TOO = "CANCELLED";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}");

    private final Order order;
    private final @Nullable Instant readAt;

    private OrderState(Order order, @Nullable Instant readAt) {
        this.order = order;
        this.readAt = readAt;
    }

    /** Returns the state that this order shows. */
    public static OrderState of(Order order) {
        return new OrderState(order, null);
    }

    static OrderState of(Order order, Instant readAt) {
        return new OrderState(order, readAt);
    }

    /** When the order was read, by this machine's clock; empty if that was not noted. */
    public Optional<Instant> readAt() {
        return Optional.ofNullable(readAt);
    }

    /** The order itself, with everything the API says about it. */
    public Order order() {
        return order;
    }

    /** The server's id. */
    public Optional<String> id() {
        try {
            return Optional.of(order.id()).filter(text -> !text.isBlank());
        } catch (UnreadableValueException e) {
            // A number names the order as well as a text does.
            return Optional.of(e.violation().rawText())
                    .filter(raw -> NUMBER.matcher(raw).matches());
        }
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

    /** Where the order stands, in the spelling of the API whatever the case of the letters; the order has the word itself. */
    public Optional<OrderStatus> status() {
        return read(() -> Optional.of(order.status())).map(OrderState::plain);
    }

    private static OrderStatus plain(OrderStatus status) {
        String word = status.value().toUpperCase(Locale.ROOT);
        return word.equals(CANCELED_TOO)
                ? OrderStatus.CANCELED
                : word.equals(status.value()) ? status : OrderStatus.of(word);
    }

    /** What the server says besides, for example why the order was rejected. */
    public List<String> details() {
        return read(order::details).orElse(List.of());
    }

    /** When the order was made, by the server's clock. */
    public Optional<Instant> createdAt() {
        return read(() -> Optional.of(order.createdAt()));
    }

    /** True unless the status is certainly final, or all of it has filled: an unknown or unreadable one may still fill. */
    public boolean canFill() {
        return life().canFill();
    }

    OrderLife life() {
        return new OrderLife(this);
    }

    OrderEffect effect() {
        return new OrderEffect(this);
    }

    boolean isReplaced() {
        return status().filter(OrderStatus.REPLACED::equals).isPresent();
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

    /** The id that whoever submitted the order gave it. */
    public Optional<String> clientOrderId() {
        return read(order::clientOrderId);
    }

    boolean isFilled() {
        return status().filter(OrderStatus.FILLED::equals).isPresent();
    }

    Optional<Instant> updatedAt() {
        return read(() -> Optional.of(order.updatedAt()));
    }

    boolean isOfAnotherAccount(long accountId) {
        return read(() -> Optional.of(order.accountId()))
                .filter(owner -> owner != accountId)
                .isPresent();
    }

    /** True if it names no instrument, as an order with several legs does. */
    boolean namesNoInstrument() {
        return instrumentId().isEmpty() && symbol().isEmpty();
    }

    /** True if it filled or changed within this time, or may have. */
    boolean changedSince(Instant moment) {
        return read(() -> Optional.of(order.updatedAt()))
                .map(at -> !at.isBefore(moment))
                .orElse(true);
    }

    /** Filled units with the sign that they have for a position. A side that is not known counts as zero. */
    BigDecimal signedFills() {
        BigDecimal filled = filledQuantity().orElse(BigDecimal.ZERO);
        return isBuy() ? filled : isSell() ? filled.negate() : BigDecimal.ZERO;
    }

    boolean isBuy() {
        return isSide("BUY");
    }

    boolean isSell() {
        return isSide("SELL");
    }

    private boolean isSide(String word) {
        return side().filter(side -> side.value().toUpperCase(Locale.ROOT).startsWith(word))
                .isPresent();
    }

    static <T> Optional<T> read(Supplier<Optional<T>> accessor) {
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
        return Printable.text(side().map(Side::value).orElse("?") + " " + ReportTables.text(quantity()) + " "
                + symbol().or(this::instrumentId).orElse("?") + " "
                + status().map(OrderStatus::value).orElse("?") + ", filled " + ReportTables.text(filledQuantity())
                + " ("
                + id().orElse("no id") + ")");
    }

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    Map<String, Object> toPlain() {
        return ReportJson.plain(this);
    }
}
