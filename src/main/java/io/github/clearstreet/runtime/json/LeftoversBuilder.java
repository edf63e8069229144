package io.github.clearstreet.runtime.json;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the {@link Leftovers} of one object while it is read. */
final class LeftoversBuilder {
    private Map<String, Object> additional = new LinkedHashMap<>();
    private boolean isCompact;
    private final Map<String, UnreadableValue> unreadable = new LinkedHashMap<>();
    private final Set<String> nulls = new LinkedHashSet<>();
    private final @Nullable UnreadableValue whole;
    /** Where the object is, once somebody asked. */
    @Nullable
    String pointer;

    /** Creates a builder; {@code whole} is given if there is no object at all, but another value in its place. */
    LeftoversBuilder(@Nullable UnreadableValue whole) {
        this.whole = whole;
    }

    boolean isWhole() {
        return whole != null;
    }

    boolean isUnreadable(String name) {
        return unreadable.containsKey(name);
    }

    void noteNull(String name) {
        nulls.add(name);
    }

    void keep(String name, Object value) {
        additional.put(name, value);
    }

    /** Notes that there are unknown fields, which are kept as JSON. */
    void keepCompact() {
        isCompact = true;
    }

    boolean isCompact() {
        return isCompact;
    }

    /** Takes all unknown fields. */
    void keepCompact(Map<String, Object> fields) {
        additional = fields;
    }

    void forget(String name) {
        additional.remove(name);
        unreadable.remove(name);
        nulls.remove(name);
    }

    void unreadable(String name, UnreadableValue value) {
        unreadable.put(name, value);
    }

    void widen(String name, String json) {
        unreadable.computeIfPresent(name, (key, value) -> new UnreadableValue(value.violation(), json));
    }

    void missing(String name, String pointerOfObject) {
        if (whole == null) {
            unreadable.putIfAbsent(name, Leftovers.missing(pointerOfObject, name));
        }
    }

    /** Says what could not be read, for a document that has no object to keep it. */
    String reasons() {
        return unreadable.values().stream()
                .map(value ->
                        (value.violation().pointer() + " " + value.violation().reason()).strip())
                .collect(Collectors.joining("; "));
    }

    Leftovers build() {
        return Leftovers.of(additional, unreadable, nulls, whole);
    }
}
