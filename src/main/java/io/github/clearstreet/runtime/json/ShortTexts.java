package io.github.clearstreet.runtime.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The short texts of one document: those that come again, as symbols and venues do, are one String. Without it an order would
 * hold an eighth more memory. Not thread-safe.
 */
final class ShortTexts {
    /** As many bytes as a long has. */
    static final int MAX_LENGTH = Long.BYTES;

    private static final int SLOT_BITS = 6;
    /** Multiplying by it spreads the keys over the slots. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] keys = new long[1 << SLOT_BITS];
    private final @Nullable String[] texts = new String[1 << SLOT_BITS];

    /** Returns the text of bytes that are ASCII and none of them zero. */
    String of(byte[] bytes, int from, int length) {
        long key = 0;
        for (int i = from; i < from + length; i++) {
            key = key << Byte.SIZE | bytes[i];
        }
        int slot = (int) (key * SPREAD >>> Long.SIZE - SLOT_BITS);
        String known = texts[slot];
        if (known != null && keys[slot] == key) {
            return known;
        }
        String made = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        keys[slot] = key;
        texts[slot] = made;
        return made;
    }
}
