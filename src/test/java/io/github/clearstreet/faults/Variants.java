package io.github.clearstreet.faults;

import java.util.Arrays;
import java.util.stream.Stream;

/** In how many ways a fault is tried: in all, or with {@code -Dfaults.oneVariant} in the first, as {@code ./mvnw -Ppit} does. */
final class Variants {
    private static final boolean ONE = Boolean.getBoolean("faults.oneVariant");

    private Variants() {}

    @SafeVarargs
    static <T> Stream<T> of(T... all) {
        return Arrays.stream(all).limit(ONE ? 1 : all.length);
    }
}
