package io.github.clearstreet.runtime.json;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets of fields that were null, each a mask with a bit for the number of a field; the first 63 fields have one. Most objects of
 * a document have null fields and nothing else beside readable known ones, and one of a few masks: they share what is made
 * of it. Not thread-safe.
 */
final class NullFields {
    /** A field with a smaller number has a bit. */
    static final int MASK_SIZE = 64;

    private static final int SLOT_BITS = 6;
    private static final int SLOTS = 1 << SLOT_BITS;
    /** Multiplying by it spreads the masks over the slots. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final @Nullable Leftovers[] made = new Leftovers[SLOTS];
    private final @Nullable FieldNames[] namesOfMade = new FieldNames[SLOTS];
    private final long[] masksOfMade = new long[SLOTS];

    /** Returns what an object has that has these null fields and nothing else beside readable known ones. */
    Leftovers only(long nulls, FieldNames names) {
        int slot = (int) (nulls * SPREAD >>> Long.SIZE - SLOT_BITS);
        Leftovers known = made[slot];
        if (known != null && nulls == masksOfMade[slot] && names.equals(namesOfMade[slot])) {
            return known;
        }
        Set<String> found = new LinkedHashSet<>();
        forEach(nulls, names, found::add);
        Leftovers only = Leftovers.of(Map.of(), Map.of(), found, null);
        made[slot] = only;
        namesOfMade[slot] = names;
        masksOfMade[slot] = nulls;
        return only;
    }

    static void forEach(long nulls, FieldNames names, Consumer<String> action) {
        for (int field = 1; field < MASK_SIZE; field++) {
            if ((nulls & 1L << field) != 0) {
                action.accept(names.text(field));
            }
        }
    }
}
