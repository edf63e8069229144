package io.github.clearstreet.closeout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders or executions by the name of their instrument, so that those of one position are found without a look at all of them.
 * Not thread-safe.
 */
final class ByInstrument<T> {
    private static final String NAMELESS = "";

    private final Map<String, Map<String, T>> byName = new HashMap<>();
    private final Map<String, String> nameOf = new HashMap<>();

    /**
     * Takes the place of what had this id before.
     *
     * @param name of the instrument; null if it says none, and so may be of any
     */
    void put(String id, @Nullable String name, T value) {
        String key = name == null ? NAMELESS : HeldPosition.oneSpelling(name);
        String before = nameOf.put(id, key);
        if (before != null && !before.equals(key)) {
            byName.getOrDefault(before, Map.of()).remove(id);
        }
        byName.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(id, value);
    }

    /** Everything that has one of the position's names, or none. */
    List<T> maybeOf(HeldPosition position) {
        Set<String> keys = new LinkedHashSet<>(List.of(
                NAMELESS,
                HeldPosition.oneSpelling(position.instrumentId()),
                HeldPosition.oneSpelling(position.symbol())));
        List<T> found = new ArrayList<>();
        keys.forEach(key -> found.addAll(byName.getOrDefault(key, Map.of()).values()));
        return found;
    }
}
