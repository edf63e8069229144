package io.github.clearstreet.json;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads a value that may be unreadable, for whoever can do without it.
 *
 * <pre>{@code
 * String symbol = ReadableValue.optional(position::symbol).orElse("?");
 * }</pre>
 */
public final class ReadableValue {
    private ReadableValue() {}

    /**
     * The value of an accessor.
     *
     * @param accessor for example {@code order::id}
     * @return empty if the value is missing although required, or cannot be read
     * @param <T> the type of the value
     */
    public static <T> Optional<T> optional(Supplier<? extends T> accessor) {
        try {
            return Optional.of(accessor.get());
        } catch (UnreadableValueException e) {
            return Optional.empty();
        }
    }

    /**
     * The value of an accessor, or another one.
     *
     * @param accessor for example {@code response::error}
     * @param other what is given if the value is missing although required, or cannot be read
     * @return one of both
     * @param <T> the type of the value
     */
    public static <T> T orElse(Supplier<? extends T> accessor, T other) {
        try {
            return accessor.get();
        } catch (UnreadableValueException e) {
            return other;
        }
    }
}
