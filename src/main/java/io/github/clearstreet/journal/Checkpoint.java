package io.github.clearstreet.journal;

import java.time.Instant;
import java.util.List;

/**
 * A line that says where to begin: so a start takes the same time after a year as after a day. Whatever is still open stands at
 * these bytes.
 *
 * @param previous the offset of the last one before it; negative if there was none
 * @param latest no entry before it is later than this
 * @param open the offsets of the lines that still count: the last one about the lease, and all about each unresolved attempt
 */
record Checkpoint(long previous, Instant latest, List<Long> open) {
    /** Only a new line begins like this: inside of one, each quotation mark is escaped. */
    static final String BEGINNING = "{\"v\":" + EntryJson.VERSION + ",\"type\":\"checkpoint\",";

    /** About a thousand lines. */
    static final long EVERY = 1 << 18;

    Checkpoint {
        open = List.copyOf(open);
    }
}
