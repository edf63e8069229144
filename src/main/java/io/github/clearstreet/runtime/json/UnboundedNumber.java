package io.github.clearstreet.runtime.json;

import org.jspecify.annotations.Nullable;

/**
 * A number of a field that nobody knows, beyond the bounds of {@link Decimals}: kept as its text, so that it is written as it
 * came and no calculation with it can be made expensive by a server. Immutable.
 */
final class UnboundedNumber extends Number {
    private static final long serialVersionUID = 1L;

    private final String text;

    UnboundedNumber(String text) {
        this.text = text;
    }

    @Override
    public int intValue() {
        return (int) doubleValue();
    }

    @Override
    public long longValue() {
        return (long) doubleValue();
    }

    @Override
    public float floatValue() {
        return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnboundedNumber that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the number as it came. */
    @Override
    public String toString() {
        return text;
    }
}
