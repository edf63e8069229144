package io.github.clearstreet.runtime.json;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A map that keeps its JSON, and reads it when asked for something. It has been read once, so it does not fail. Unmodifiable
 * and thread-safe.
 */
final class CompactMap<T> extends AbstractMap<String, T> {
    private final CompactText text;
    private final int from;
    private final int to;
    private final String pointer;
    private final ValueCodec<Map<String, T>> codec;
    private final Predicate<Map.Entry<String, T>> others;
    /** What was read when last asked for, as long as the collector has no need of the memory. */
    private volatile @Nullable Reference<Map<String, T>> latest;

    /**
     * Takes an object of the document.
     *
     * @param others the entries that do not belong to the map
     */
    CompactMap(
            CompactText text,
            int from,
            int to,
            String pointer,
            ValueCodec<Map<String, T>> codec,
            Predicate<Map.Entry<String, T>> others) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.pointer = pointer;
        this.codec = codec;
        this.others = others;
    }

    private Map<String, T> all() {
        Reference<Map<String, T>> read = latest;
        Map<String, T> known = read == null ? null : read.get();
        if (known == null) {
            known = new LinkedHashMap<>(text.read(codec, from, to, pointer));
            known.entrySet().removeIf(others);
            latest = new WeakReference<>(known);
        }
        return known;
    }

    @Override
    public @Nullable T get(@Nullable Object key) {
        return all().get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return all().containsKey(key);
    }

    @Override
    public Set<Map.Entry<String, T>> entrySet() {
        return Collections.unmodifiableMap(all()).entrySet();
    }
}
