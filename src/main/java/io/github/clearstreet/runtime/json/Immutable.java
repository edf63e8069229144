package io.github.clearstreet.runtime.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies the lists and maps that a caller hands to a builder, so that the model cannot change later. */
public final class Immutable {
    private Immutable() {}

    /** Returns a deep, unmodifiable copy of a list, or null. */
    public static <T> @Nullable List<T> copyOf(@Nullable List<T> list) {
        if (list == null) {
            return null;
        }
        List<T> copy = new ArrayList<>(list.size());
        for (T element : list) {
            copy.add(deepCopyOf(Objects.requireNonNull(element, "An element of a list is null. Leave it out.")));
        }
        return Collections.unmodifiableList(copy);
    }

    /** Returns a deep, unmodifiable copy of a map, or null. */
    public static <V> @Nullable Map<String, V> copyOf(@Nullable Map<String, V> map) {
        if (map == null) {
            return null;
        }
        Map<String, V> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(name, deepCopyOf(value)));
        return Collections.unmodifiableMap(copy);
    }

    @SuppressWarnings("unchecked") // A copy of a list is a list, and a copy of a map is a map.
    private static <T> T deepCopyOf(T value) {
        if (value instanceof List<?> list) {
            return (T) Collections.unmodifiableList(
                    list.stream().map(Immutable::deepCopyOf).collect(ArrayList::new, List::add, List::addAll));
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> copy.put(name, deepCopyOf(element)));
            return (T) Collections.unmodifiableMap(copy);
        }
        return value;
    }
}
