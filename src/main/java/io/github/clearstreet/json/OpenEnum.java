package io.github.clearstreet.json;

import io.github.clearstreet.internal.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * A value of a list that the API may extend at any time: one of the known constants, or any other text, kept as it came.
 *
 * <p>Two values of one class are equal when their texts are. Immutable and thread-safe.
 */
public abstract class OpenEnum {
    private final String value;
    private final boolean known;

    /** For generated subclasses. */
    protected OpenEnum(String value, boolean known) {
        this.value = value;
        this.known = known;
    }

    /** Returns the text that the API uses for this value. */
    public String value() {
        return value;
    }

    /** Returns true if this version of the library has a constant for the value. */
    public final boolean isKnown() {
        return known;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof OpenEnum that && getClass() == that.getClass() && value.equals(that.value));
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** Returns {@link #value()} as text for people: with question marks for what could steer a terminal or a log. */
    @Override
    public final String toString() {
        return Printable.text(value);
    }
}
