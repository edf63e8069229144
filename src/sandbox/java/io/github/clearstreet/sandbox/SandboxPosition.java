package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an account held in one instrument when the test looked. Immutable and thread-safe. */
public final class SandboxPosition {
    private final SandboxInstrument instrument;
    private final BigDecimal quantity;

    SandboxPosition(SandboxInstrument instrument, BigDecimal quantity) {
        this.instrument = instrument;
        this.quantity = quantity;
    }

    /** What is held, as it is described now. */
    public SandboxInstrument instrument() {
        return instrument;
    }

    /** Trading symbol of the instrument. */
    public String symbol() {
        return instrument.symbol();
    }

    /** Units held; negative when short, never zero. */
    public BigDecimal quantity() {
        return quantity;
    }

    /** Quantity times price, without a contract multiplier; negative when short. No currency. */
    public BigDecimal marketValue() {
        return quantity.multiply(instrument.price());
    }

    /** {@code LONG} or {@code SHORT}. */
    public String positionType() {
        return quantity.signum() > 0 ? "LONG" : "SHORT";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SandboxPosition that
                && instrument.equals(that.instrument)
                && quantity.equals(that.quantity);
    }

    @Override
    public int hashCode() {
        return Objects.hash(instrument, quantity);
    }

    @Override
    public String toString() {
        return Printable.text(symbol()) + " " + quantity.toPlainString();
    }
}
