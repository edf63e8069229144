package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be held and traded in the sandbox.
 *
 * <p>Every symbol works without being described: it is then a common stock on XNMS at a price of 100, with an id that is
 * computed from the symbol and thus the same in every run. GOOG has the id of the API's published example.
 *
 * <p>Immutable and thread-safe.
 */
public final class SandboxInstrument {
    private static final String PUBLISHED_GOOG_ID = "c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa";

    private final String symbol;
    private final String id;
    private final String type;
    private final String venue;
    private final BigDecimal price;
    private final @Nullable String underlyingId;
    private final OrderSpelling inOrders;

    /** What orders and executions carry, if it is not what positions carry. */
    record OrderSpelling(boolean named, @Nullable String symbol) {
        private static final OrderSpelling SAME = new OrderSpelling(true, null);
    }

    private SandboxInstrument(
            String symbol,
            String id,
            String type,
            String venue,
            BigDecimal price,
            @Nullable String underlyingId,
            OrderSpelling inOrders) {
        if (symbol.isBlank() || id.isBlank() || type.isBlank() || venue.isBlank()) {
            throw new IllegalArgumentException("Symbol, id, type and venue of an instrument must not be blank");
        }
        this.symbol = symbol;
        this.id = id;
        this.type = type;
        this.venue = venue;
        this.price = price;
        this.underlyingId = underlyingId;
        this.inOrders = inOrders;
    }

    /** Returns a common stock on XNMS at a price of 100. */
    public static SandboxInstrument stock(String symbol) {
        return new SandboxInstrument(
                symbol, defaultId(symbol), "COMMON_STOCK", "XNMS", BigDecimal.valueOf(100), null, OrderSpelling.SAME);
    }

    /** Returns an option on XCBO at a price of 5, written on this underlying instrument. */
    public static SandboxInstrument option(String symbol, SandboxInstrument underlying) {
        return new SandboxInstrument(
                symbol,
                defaultId(symbol),
                "OPTION",
                "XCBO",
                BigDecimal.valueOf(5),
                underlying.id(),
                OrderSpelling.SAME);
    }

    /** Returns a copy with this id, which orders carry as {@code instrument_id}. */
    public SandboxInstrument withId(String newId) {
        return new SandboxInstrument(symbol, newId, type, venue, price, underlyingId, inOrders);
    }

    /** Returns a copy of this type, which orders carry as {@code instrument_type}. Any text will do. */
    public SandboxInstrument withType(String newType) {
        return new SandboxInstrument(symbol, id, newType, venue, price, underlyingId, inOrders);
    }

    /** Returns a copy that trades at this venue (MIC). */
    public SandboxInstrument withVenue(String newVenue) {
        return new SandboxInstrument(symbol, id, type, newVenue, price, underlyingId, inOrders);
    }

    /**
     * Returns a copy that fills at this price per unit when a fill names no price of its own.
     *
     * @throws IllegalArgumentException if this is not a plain decimal number above zero
     */
    public SandboxInstrument withPrice(String newPrice) {
        return new SandboxInstrument(
                symbol, id, type, venue, DecimalText.positive("A price", newPrice), underlyingId, inOrders);
    }

    /** Returns a copy that orders and executions name by this symbol, for example an option symbol without its padding. */
    public SandboxInstrument spelledInOrders(String orderSymbol) {
        return new SandboxInstrument(
                symbol, id, type, venue, price, underlyingId, new OrderSpelling(inOrders.named(), orderSymbol));
    }

    /** Returns a copy whose orders and executions carry null for its id, as since July 2026 they can, and for its type. */
    public SandboxInstrument withoutIdInOrders() {
        return new SandboxInstrument(
                symbol, id, type, venue, price, underlyingId, new OrderSpelling(false, inOrders.symbol()));
    }

    /** Puts what orders and executions carry. */
    void putInto(Map<String, @Nullable Object> json) {
        json.put("instrument_id", inOrders.named() ? id : null);
        json.put("symbol", inOrders.symbol() == null ? symbol : inOrders.symbol());
    }

    boolean isTypedInOrders() {
        return inOrders.named();
    }

    /** Trading symbol, by which a test names the instrument. */
    public String symbol() {
        return symbol;
    }

    /** What orders carry as {@code instrument_id}. */
    public String id() {
        return id;
    }

    /** What the API takes for an instrument's name. */
    Set<String> names() {
        Set<String> names = new HashSet<>(List.of(id, symbol));
        if (type.equals("OPTION")) {
            names.add(symbol.replace(" ", ""));
        }
        if (inOrders.symbol() != null) {
            names.add(inOrders.symbol());
        }
        return names;
    }

    /** All its spellings. */
    Set<String> symbols() {
        Set<String> symbols = names();
        symbols.remove(id);
        symbols.add(symbol);
        return symbols;
    }

    boolean isNamed(String name) {
        return names().contains(name);
    }

    /** What orders carry as {@code instrument_type}, in the API's words. */
    public String type() {
        return type;
    }

    /** Market identifier code (MIC) of the venue. */
    public String venue() {
        return venue;
    }

    /** Price per unit; no currency. */
    public BigDecimal price() {
        return price;
    }

    /** Id of the instrument that an option is written on; empty for anything else. */
    public Optional<String> underlyingId() {
        return Optional.ofNullable(underlyingId);
    }

    private static String defaultId(String symbol) {
        return symbol.equals("GOOG")
                ? PUBLISHED_GOOG_ID
                : UUID.nameUUIDFromBytes(symbol.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SandboxInstrument that
                && symbol.equals(that.symbol)
                && id.equals(that.id)
                && type.equals(that.type)
                && venue.equals(that.venue)
                && price.equals(that.price)
                && Objects.equals(underlyingId, that.underlyingId)
                && inOrders.equals(that.inOrders);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, id, type, venue, price, underlyingId, inOrders);
    }

    @Override
    public String toString() {
        return Printable.text(symbol + " (" + type + " on " + venue + ", price " + price.toPlainString() + ")");
    }
}
