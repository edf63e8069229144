package io.github.clearstreet.faults;

import java.util.Arrays;
import java.util.stream.Stream;

/** In how many ways a fault is tried: in all, or with {@code -Dfaults.oneVariant} in the first, as {@code ./mvnw -Ppit} does. */
final class Variants {
    private static final boolean ONE = Boolean.getBoolean("faults.oneVariant");

    private Variants() {}

    static <T> Stream<T> of(T[] all) {
        return of(Arrays.stream(all));
    }

    static <T> Stream<T> of(Stream<T> all) {
        return ONE ? all.limit(1) : all;
    }
}
