package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks for: {@code OrderTicket.buy("GOOG", "10").limit("150")}. A market order for the day unless told
 * otherwise.
 *
 * <p>Immutable and thread-safe; every method returns a copy.
 */
public final class OrderTicket {
    private final String symbol;
    private final String side;
    private final BigDecimal quantity;
    private final String timeInForce;
    private final @Nullable BigDecimal limitPrice;
    private final @Nullable BigDecimal stopPrice;
    private final Map<String, @Nullable Object> fields;

    private OrderTicket(
            String symbol,
            String side,
            BigDecimal quantity,
            String timeInForce,
            @Nullable BigDecimal limitPrice,
            @Nullable BigDecimal stopPrice,
            Map<String, @Nullable Object> fields) {
        this.symbol = symbol;
        this.side = side;
        this.quantity = quantity;
        this.timeInForce = timeInForce;
        this.limitPrice = limitPrice;
        this.stopPrice = stopPrice;
        this.fields = fields;
    }

    /**
     * Returns a ticket that buys.
     *
     * @throws IllegalArgumentException if the quantity is not a plain decimal number above zero
     */
    public static OrderTicket buy(String symbol, String quantity) {
        return market("BUY", symbol, DecimalText.positive("A quantity", quantity));
    }

    /**
     * Returns a ticket that sells.
     *
     * @throws IllegalArgumentException if the quantity is not a plain decimal number above zero
     */
    public static OrderTicket sell(String symbol, String quantity) {
        return market("SELL", symbol, DecimalText.positive("A quantity", quantity));
    }

    /**
     * Returns a ticket that sells short.
     *
     * @throws IllegalArgumentException if the quantity is not a plain decimal number above zero
     */
    public static OrderTicket sellShort(String symbol, String quantity) {
        return market("SELL_SHORT", symbol, DecimalText.positive("A quantity", quantity));
    }

    /** The order that brings this position to zero. */
    static OrderTicket closing(String symbol, BigDecimal position) {
        return market(position.signum() > 0 ? "SELL" : "BUY", symbol, position.abs());
    }

    static OrderTicket of(String side, String symbol, BigDecimal quantity) {
        return market(side, symbol, quantity);
    }

    private static OrderTicket market(String side, String symbol, BigDecimal quantity) {
        return new OrderTicket(symbol, side, quantity, "DAY", null, null, Map.of());
    }

    /** Returns a copy that trades at this price or better: LIMIT, or STOP_LIMIT if it has a stop price. */
    public OrderTicket limit(String price) {
        BigDecimal limit = DecimalText.positive("A price", price);
        return new OrderTicket(symbol, side, quantity, timeInForce, limit, stopPrice, fields);
    }

    /** Returns a copy that waits for this price: STOP, or STOP_LIMIT if it has a limit price. */
    public OrderTicket stop(String price) {
        BigDecimal stop = DecimalText.positive("A price", price);
        return new OrderTicket(symbol, side, quantity, timeInForce, limitPrice, stop, fields);
    }

    /** Returns a copy with this time in force, in the API's words, for example {@code GOOD_TILL_CANCEL}. */
    public OrderTicket timeInForce(String word) {
        return new OrderTicket(symbol, side, quantity, word, limitPrice, stopPrice, fields);
    }

    /**
     * Returns a copy whose order carries this field in every answer, in place of the sandbox's own value if it has one.
     * The ledger does not change: this is for fields that the sandbox does not know, and for answers that are wrong.
     *
     * @param name as on the wire, for example {@code client_order_id}
     * @param value a Map, List, String, Boolean, Integer, Long, BigDecimal or null, which is written as null
     * @throws IllegalArgumentException if the value is anything else
     */
    public OrderTicket withField(String name, @Nullable Object value) {
        Json.write(value);
        Map<String, @Nullable Object> more = new TreeMap<>(fields);
        more.put(name, value);
        return withFields(more);
    }

    /** The server gives a closing order a client order id of its own; one of the client's or the test's goes before it. */
    OrderTicket withClientOrderId(String orderId, Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put(
                "client_order_id",
                UUID.nameUUIDFromBytes(orderId.getBytes(StandardCharsets.UTF_8)).toString());
        all.putAll(fields);
        all.putAll(more);
        return withFields(all);
    }

    OrderTicket withFields(Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> all = new TreeMap<>(fields);
        all.putAll(more);
        return new OrderTicket(
                symbol, side, quantity, timeInForce, limitPrice, stopPrice, Collections.unmodifiableMap(all));
    }

    /** Trading symbol of the instrument. */
    public String symbol() {
        return symbol;
    }

    /** {@code BUY}, {@code SELL} or {@code SELL_SHORT}. */
    public String side() {
        return side;
    }

    /** Units to trade, above zero; {@link #side()} gives the direction. */
    public BigDecimal quantity() {
        return quantity;
    }

    /** {@code MARKET}, {@code LIMIT}, {@code STOP} or {@code STOP_LIMIT}, as the prices say. */
    public String orderType() {
        if (stopPrice != null) {
            return limitPrice != null ? "STOP_LIMIT" : "STOP";
        }
        return limitPrice != null ? "LIMIT" : "MARKET";
    }

    /** How long the order stays in force, in the API's words. */
    public String timeInForce() {
        return timeInForce;
    }

    /** Limit price per unit; empty for an order without one. */
    public Optional<BigDecimal> limitPrice() {
        return Optional.ofNullable(limitPrice);
    }

    /** Stop price per unit; empty for an order without one. */
    public Optional<BigDecimal> stopPrice() {
        return Optional.ofNullable(stopPrice);
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    /** How a fill of this size changes the position. */
    BigDecimal signed(BigDecimal filled) {
        return side.equals("BUY") ? filled : filled.negate();
    }

    @Override
    public String toString() {
        return Printable.text(side + " " + quantity.toPlainString() + " " + symbol + " " + orderType());
    }
}
