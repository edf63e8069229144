package io.github.clearstreet.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads RFC 3339 timestamps by position: a formatter would take most of the time of reading an answer. */
final class Timestamps {
    /** Length of {@code 2025-10-03T14:01:15}; a fraction and an offset follow. */
    private static final int SECONDS_END = 19;

    private static final int MAX_FRACTION_DIGITS = 9;
    private static final int[] POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private Timestamps() {}

    /**
     * Returns the instant with up to nine fraction digits, or null if the text is not a timestamp with an offset. A leap
     * second is read as the second before it, as {@link Instant#parse} does.
     */
    static @Nullable Instant parse(char[] text, int start, int length) {
        int end = start + length;
        if (length <= SECONDS_END
                || text[start + 4] != '-'
                || text[start + 7] != '-'
                || (text[start + 10] != 'T' && text[start + 10] != 't')
                || text[start + 13] != ':'
                || text[start + 16] != ':') {
            return null;
        }
        int year = digits(text, start, 4);
        int month = digits(text, start + 5, 2);
        int day = digits(text, start + 8, 2);
        int hour = digits(text, start + 11, 2);
        int minute = digits(text, start + 14, 2);
        int second = digits(text, start + 17, 2);
        // A part that is not a number is negative, and so is a combination with it.
        if ((year | month | day | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        int fractionEnd = fractionEnd(text, start + SECONDS_END, end);
        int offset = offset(text, fractionEnd, end);
        if (offset == NO_OFFSET) {
            return null;
        }
        boolean isLeap = second == 60;
        long secondOfDay = hour * 3600L + minute * 60L + (isLeap ? 59 : second) - offset;
        if (isLeap && Math.floorMod(secondOfDay, SECONDS_PER_DAY) != SECONDS_PER_DAY - 1) {
            return null; // Leap seconds exist at the end of a day in UTC only.
        }
        try {
            long epochDay = LocalDate.of(year, month, day).toEpochDay();
            return Instant.ofEpochSecond(
                    epochDay * SECONDS_PER_DAY + secondOfDay, nanos(text, start + SECONDS_END, fractionEnd));
        } catch (DateTimeException e) {
            return null; // For example February 30.
        }
    }

    /** Returns the number that the digits make, or a negative number if they are not all digits. */
    private static int digits(char[] text, int start, int count) {
        int value = 0;
        for (int i = start; i < start + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Returns where a fraction of one to nine digits ends, or {@code start} if there is none. */
    private static int fractionEnd(char[] text, int start, int end) {
        if (text[start] != '.') {
            return start;
        }
        int i = start + 1;
        while (i < end && i <= start + MAX_FRACTION_DIGITS && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i > start + 1 ? i : start;
    }

    private static int nanos(char[] text, int start, int end) {
        int count = end - start - 1;
        return count < 1 ? 0 : digits(text, start + 1, count) * POWERS_OF_TEN[MAX_FRACTION_DIGITS - count];
    }

    /** Returns how many seconds the rest of the text is ahead of UTC. */
    private static int offset(char[] text, int start, int end) {
        if (end - start == 1) {
            return text[start] == 'Z' || text[start] == 'z' ? 0 : NO_OFFSET;
        }
        if (end - start != 6 || text[start + 3] != ':') {
            return NO_OFFSET;
        }
        int hours = digits(text, start + 1, 2);
        int minutes = digits(text, start + 4, 2);
        if ((hours | minutes) < 0 || hours > 23 || minutes > 59) {
            return NO_OFFSET;
        }
        int seconds = hours * 3600 + minutes * 60;
        return switch (text[start]) {
            case '+' -> seconds;
            case '-' -> -seconds;
            default -> NO_OFFSET;
        };
    }
}
