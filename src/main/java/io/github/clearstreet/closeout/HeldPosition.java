package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One position of an account as it was read. Immutable and thread-safe. */
public final class HeldPosition {
    private final String instrumentId;
    private final String symbol;
    private final BigDecimal quantity;
    private final @Nullable BigDecimal marketValue;

    private HeldPosition(String instrumentId, String symbol, BigDecimal quantity, @Nullable BigDecimal marketValue) {
        this.instrumentId = instrumentId;
        this.symbol = symbol;
        this.quantity = quantity;
        this.marketValue = marketValue;
    }

    /**
     * A position without a market value.
     *
     * @param instrumentId the API's id of the instrument
     * @param symbol what people call it
     * @param quantity negative for a short position
     * @return never null
     */
    public static HeldPosition of(String instrumentId, String symbol, BigDecimal quantity) {
        return of(instrumentId, symbol, quantity, null);
    }

    static HeldPosition of(String instrumentId, String symbol, BigDecimal quantity, @Nullable BigDecimal marketValue) {
        return new HeldPosition(instrumentId, symbol, quantity, marketValue);
    }

    /** The API's id of the instrument. */
    public String instrumentId() {
        return instrumentId;
    }

    /** What people call it; the instrument id if the response had no symbol. */
    public String symbol() {
        return symbol;
    }

    /** How much is held, in units; negative for a short position. */
    public BigDecimal quantity() {
        return quantity;
    }

    /** What the server says it is worth, in no stated currency; empty if it did not say. */
    public Optional<BigDecimal> marketValue() {
        return Optional.ofNullable(marketValue);
    }

    /** The side of an order that closes it. */
    public Side closingSide() {
        return quantity.signum() < 0 ? Side.BUY : Side.SELL;
    }

    static BigDecimal net(List<HeldPosition> rows) {
        return rows.stream().map(HeldPosition::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * True unless the order is certainly about another instrument. The ids decide when both have one; a symbol may come with
     * spaces or without.
     */
    boolean concerns(OrderState order) {
        Optional<String> orderInstrument = order.instrumentId();
        if (orderInstrument.isEmpty() && order.symbol().isEmpty()) {
            return true;
        }
        if (orderInstrument.isPresent()) {
            // An instrument's id is a UUID, or its symbol.
            return isNamed(orderInstrument.get(), instrumentId) || isNamed(orderInstrument.get(), symbol);
        }
        return order.symbol()
                .filter(name -> isNamed(name, symbol) || isNamed(name, instrumentId))
                .isPresent();
    }

    static boolean isNamed(String name, String other) {
        return compact(name).equalsIgnoreCase(compact(other));
    }

    /** The same for all names that {@link #isNamed} takes for one. */
    static String oneSpelling(String name) {
        return compact(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String compact(String symbol) {
        return symbol.indexOf(' ') < 0 ? symbol : symbol.replace(" ", "");
    }

    @Override
    public String toString() {
        return Printable.text(symbol + " " + quantity.toPlainString());
    }

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    Map<String, Object> toPlain() {
        return ReportJson.plain(this);
    }
}
