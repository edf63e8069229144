package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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

    private SandboxInstrument(
            String symbol, String id, String type, String venue, BigDecimal price, @Nullable String underlyingId) {
        if (symbol.isBlank() || id.isBlank() || type.isBlank() || venue.isBlank()) {
            throw new IllegalArgumentException("Symbol, id, type and venue of an instrument must not be blank");
        }
        this.symbol = symbol;
        this.id = id;
        this.type = type;
        this.venue = venue;
        this.price = price;
        this.underlyingId = underlyingId;
    }

    /** Returns a common stock on XNMS at a price of 100. */
    public static SandboxInstrument stock(String symbol) {
        return new SandboxInstrument(symbol, defaultId(symbol), "COMMON_STOCK", "XNMS", BigDecimal.valueOf(100), null);
    }

    /** Returns an option on XCBO at a price of 5, written on this underlying instrument. */
    public static SandboxInstrument option(String symbol, SandboxInstrument underlying) {
        return new SandboxInstrument(
                symbol, defaultId(symbol), "OPTION", "XCBO", BigDecimal.valueOf(5), underlying.id());
    }

    /** Returns a copy with this id, which orders carry as {@code instrument_id}. */
    public SandboxInstrument withId(String newId) {
        return new SandboxInstrument(symbol, newId, type, venue, price, underlyingId);
    }

    /** Returns a copy of this type, which orders carry as {@code instrument_type}. Any text will do. */
    public SandboxInstrument withType(String newType) {
        return new SandboxInstrument(symbol, id, newType, venue, price, underlyingId);
    }

    /** Returns a copy that trades at this venue (MIC). */
    public SandboxInstrument withVenue(String newVenue) {
        return new SandboxInstrument(symbol, id, type, newVenue, price, underlyingId);
    }

    /**
     * Returns a copy that fills at this price per unit when a fill names no price of its own.
     *
     * @throws IllegalArgumentException if this is not a plain decimal number above zero
     */
    public SandboxInstrument withPrice(String newPrice) {
        return new SandboxInstrument(symbol, id, type, venue, DecimalText.positive("A price", newPrice), underlyingId);
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
        return id.equals(symbol) ? Set.of(id) : Set.of(id, symbol);
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
                && Objects.equals(underlyingId, that.underlyingId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, id, type, venue, price, underlyingId);
    }

    @Override
    public String toString() {
        return symbol + " (" + type + " on " + venue + ", price " + price.toPlainString() + ")";
    }
}
