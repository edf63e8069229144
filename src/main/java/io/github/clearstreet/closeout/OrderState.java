package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.OpenEnum;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.QueueState;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One order as it was last read. A value that is missing or cannot be read is empty here, and never taken for good news.
 * Immutable and thread-safe.
 */
public final class OrderState {
    /** Final by the ordinary FIX meaning; the API does not say. Every other status, known or not, may still fill. */
    private static final Set<OrderStatus> FINAL =
            Set.of(OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.REJECTED, OrderStatus.EXPIRED);

    /** The API has both spellings, the other one for instructions. */
    private static final String CANCELED_TOO = "CANCELLED";

    /** By the same meaning these are over as soon as nothing is left to fill. */
    private static final Set<OrderStatus> FINAL_WITHOUT_REST =
            Set.of(OrderStatus.REPLACED, OrderStatus.DONE_FOR_DAY, OrderStatus.CALCULATED);

    private static final Set<TimeInForce> DAY_ORDERS = Set.of(
            TimeInForce.DAY,
            TimeInForce.IMMEDIATE_OR_CANCEL,
            TimeInForce.FILL_OR_KILL,
            TimeInForce.AT_THE_OPENING,
            TimeInForce.AT_THE_CLOSE);

    private static final Set<OrderStatus> WORKING = Set.of(
            OrderStatus.PENDING_NEW,
            OrderStatus.NEW,
            OrderStatus.PARTIALLY_FILLED,
            OrderStatus.PENDING_CANCEL,
            OrderStatus.PENDING_REPLACE);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}");

    private static final Duration DAY = Duration.ofHours(24);

    /** A DAY order of a Friday evening belongs to the next session, which a holiday may put off to Tuesday. */
    private static final Duration LONG_WEEKEND = Duration.ofDays(5);

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

    /** What else it takes to place the order again, by the API's own names. */
    Map<String, String> terms() {
        Map<String, String> terms = new LinkedHashMap<>();
        put(terms, "client_order_id", clientOrderId());
        put(terms, "order_type", read(() -> Optional.of(order.orderType().value())));
        put(terms, "time_in_force", read(() -> Optional.of(order.timeInForce().value())));
        put(terms, "limit_price", read(order::limitPrice).map(BigDecimal::toPlainString));
        put(terms, "stop_price", read(order::stopPrice).map(BigDecimal::toPlainString));
        put(terms, "trailing_offset", read(order::trailingOffset).map(BigDecimal::toPlainString));
        put(terms, "trailing_offset_type", read(order::trailingOffsetType).map(OpenEnum::value));
        put(terms, "limit_offset", read(order::limitOffset).map(BigDecimal::toPlainString));
        put(terms, "expires_at", read(order::expiresAt).map(Instant::toString));
        put(terms, "extended_hours", read(order::extendedHours).map(Object::toString));
        return terms;
    }

    private static void put(Map<String, String> terms, String name, Optional<String> value) {
        value.ifPresent(present -> terms.put(name, present));
    }

    /** True unless the status is certainly final, or all of it has filled: an unknown or unreadable one may still fill. */
    public boolean canFill() {
        if (status().filter(FINAL::contains).isPresent() || isFilledWhole()) {
            return false;
        }
        boolean hasRest = read(() -> Optional.of(order.leavesQuantity()))
                .map(rest -> rest.signum() != 0)
                .orElse(true);
        return hasRest || status().filter(FINAL_WITHOUT_REST::contains).isEmpty();
    }

    /** True if nothing of it is left, whatever its status; one that is being replaced may become larger. */
    private boolean isFilledWhole() {
        return quantity()
                        .filter(ordered -> ordered.signum() > 0)
                        .flatMap(ordered -> filledQuantity().filter(filled -> filled.compareTo(ordered) == 0))
                        .isPresent()
                && status().filter(OrderStatus.PENDING_REPLACE::equals).isEmpty();
    }

    /** True if its status says that it does not work as it was, though something of it is left. */
    boolean isOverButForItsRest() {
        return canFill() && status().filter(FINAL_WITHOUT_REST::contains).isPresent();
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

    /**
     * True if this could be the order with which the server closes the position, whatever its type and the word for its side:
     * all but those that wait for a price of their own to come, and those that certainly do not close.
     */
    boolean mayClose(HeldPosition position) {
        return position.concerns(this) && !certainlyIncreases(position) && !isRejectedUnfilled() && !isStop();
    }

    /** True if this could be the child through which that one works. */
    boolean mayWorkFor(OrderState parent) {
        return !isStop() && ((isBuy() && parent.isBuy()) || (isSell() && parent.isSell()) || side().isEmpty());
    }

    /** True if it could be a closing order of the kind that the server makes: MARKET. */
    boolean looksLikeClosing(HeldPosition position) {
        return mayClose(position) && isMarket();
    }

    /** True if the server could have made it to close this instrument, or any if none is named. */
    boolean isMarketOrderOf(Optional<String> instrument) {
        return isMarket()
                && instrument
                        .map(name -> Stream.concat(instrumentId().stream(), symbol().stream())
                                .anyMatch(own -> HeldPosition.isNamed(own, name)))
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

    /** True if it can do nothing but bring the position nearer to zero: a market order on the closing side, not too large. */
    boolean onlyCloses(BigDecimal held) {
        boolean onClosingSide = held.signum() > 0 ? isSell() : held.signum() < 0 && isBuy();
        return onClosingSide
                && !isQueued()
                && read(() -> Optional.of(order.orderType()))
                        .filter(OrderType.MARKET::equals)
                        .isPresent()
                && quantity()
                        .flatMap(ordered -> filledQuantity().map(ordered::subtract))
                        .filter(rest -> rest.compareTo(held.abs()) <= 0)
                        .isPresent();
    }

    /** True if the order certainly takes the position further away from zero. */
    boolean certainlyIncreases(HeldPosition position) {
        return position.quantity().signum() < 0 ? isSell() : isBuy();
    }

    /** True if it was refused, so that it cannot be what a request in doubt made and is followed. */
    boolean isRejectedUnfilled() {
        return status().filter(OrderStatus.REJECTED::equals).isPresent()
                && filledQuantity().filter(filled -> filled.signum() != 0).isEmpty();
    }

    private boolean isMarket() {
        return read(() -> Optional.of(order.orderType()))
                .map(OrderType.MARKET::equals)
                .orElse(true);
    }

    private boolean isStop() {
        return read(() -> Optional.of(order.orderType()))
                        .filter(type -> type.value().contains("STOP"))
                        .isPresent()
                || read(order::stopPrice).isPresent();
    }

    /** True if it names no instrument, as an order with several legs does. */
    boolean namesNoInstrument() {
        return instrumentId().isEmpty() && symbol().isEmpty();
    }

    /**
     * True if it cannot fill any more although its status does not say so: it was for a day that is over.
     *
     * @param now by the server's clock
     */
    boolean isOfAPastDay(Instant now) {
        boolean forADay = read(() -> Optional.of(order.timeInForce()))
                .filter(DAY_ORDERS::contains)
                .isPresent();
        boolean expired = read(order::expiresAt)
                .filter(end -> end.isBefore(now.minus(DAY)))
                .isPresent();
        boolean done = status().filter(OrderStatus.DONE_FOR_DAY::equals).isPresent();
        return canFill() && !isQueued() && (expired || (forADay && (done || isOlder(LONG_WEEKEND, now))));
    }

    /**
     * True if it is probably over: not touched for a day, and a day order, without an instrument, or with a status that does
     * not say that it works.
     *
     * @param now by the server's clock
     */
    boolean isProbablyOver(Instant now) {
        boolean forADay = read(() -> Optional.of(order.timeInForce()))
                .filter(DAY_ORDERS::contains)
                .isPresent();
        return canFill()
                && !isQueued()
                && isOlder(DAY, now)
                && (forADay
                        || namesNoInstrument()
                        || status().filter(WORKING::contains).isEmpty());
    }

    private boolean isOlder(Duration age, Instant now) {
        Instant limit = now.minus(age);
        return createdAt().filter(limit::isAfter).isPresent()
                && read(() -> Optional.of(order.updatedAt()))
                        .map(limit::isAfter)
                        .orElse(true);
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
