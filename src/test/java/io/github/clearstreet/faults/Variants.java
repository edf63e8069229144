package io.github.clearstreet.faults;

import java.util.Arrays;
import java.util.stream.Stream;

/** In how many ways each fault is tried: in all, or with {@code -Dfaults.oneVariant} in the first one, as {@code ./mvnw -Ppit} does. */
final class Variants {
    private Variants() {}

    static <T> Stream<T> of(T[] all) {
        return Arrays.stream(all).limit(Boolean.getBoolean("faults.oneVariant") ? 1 : all.length);
    }
}
