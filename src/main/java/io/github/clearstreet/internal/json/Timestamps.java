package io.github.clearstreet.internal.json;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads RFC 3339 timestamps by position: a formatter would cost most of the time of reading an answer. */
final class Timestamps {
    private static final int MAX_FRACTION_DIGITS = 9;

    private Timestamps() {}

    static @Nullable Instant parse(char[] text, int offset, int length) {
        try {
            return Instant.parse(new String(text, offset, length));
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }
}
