package io.github.clearstreet.runtime.json;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads RFC 3339 timestamps by position: a formatter would take most of the time of reading a response. */
final class Timestamps {
    /** Length of {@code 2025-10-03T14:01:15}; a fraction and an offset follow. */
    private static final int SECONDS_END = 19;

    /** The nanoseconds of the first digit of a fraction. */
    private static final int FIRST_UNIT = 100_000_000;

    /** In any sum with other digits, and any combination with them, still negative. */
    private static final int NOT_DIGITS = -1_000_000;

    private static final int SECONDS_PER_DAY = 86_400;
    /** From March 0 of the year -400. */
    private static final int DAYS_TO_1970 = 865_566;

    /** 0000-01-01T00:00:00Z. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    /** 9999-12-31T23:59:59Z. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private Timestamps() {}

    /** Reads the current text. */
    static @Nullable Instant read(Utf8Parser parser) throws IOException {
        parser.locate();
        return parse(parser.bytes(), parser.from(), parser.length());
    }

    /**
     * Returns the instant with its first nine fraction digits, or null if the text is not a timestamp with an offset. A leap
     * second is read as the second before it, as {@link Instant#parse} does. Null also if the offset leads out of the years
     * 0 to 9999 in UTC: such an instant has no text that could be read again.
     */
    static @Nullable Instant parse(byte[] text, int start, int length) {
        int end = start + length;
        if (length <= SECONDS_END
                || text[start + 4] != '-'
                || text[start + 7] != '-'
                || (text[start + 10] != 'T' && text[start + 10] != 't')
                || text[start + 13] != ':'
                || text[start + 16] != ':') {
            return null;
        }
        int year = two(text, start) * 100 + two(text, start + 2);
        int month = two(text, start + 5);
        int day = two(text, start + 8);
        int hour = two(text, start + 11);
        int minute = two(text, start + 14);
        int second = two(text, start + 17);
        // A part that is not a number is negative, and so is a combination with it.
        if ((year | month | day | hour | minute | second) < 0
                || hour > 23
                || minute > 59
                || second > 60
                || !isDate(year, month, day)) {
            return null;
        }
        int position = start + SECONDS_END;
        int nanos = 0;
        if (text[position] == '.') {
            int unit = FIRST_UNIT;
            position++;
            // What is less than a nanosecond is left out.
            while (position < end && text[position] >= '0' && text[position] <= '9') {
                nanos += (text[position] - '0') * unit;
                unit /= 10;
                position++;
            }
            if (unit == FIRST_UNIT) {
                return null; // No digit follows the point.
            }
        }
        int offset = offset(text, position, end);
        if (offset == NO_OFFSET) {
            return null;
        }
        boolean isLeap = second == 60;
        long secondOfDay = hour * 3600L + minute * 60L + (isLeap ? 59 : second) - offset;
        if (isLeap && Math.floorMod(secondOfDay, SECONDS_PER_DAY) != SECONDS_PER_DAY - 1) {
            return null; // Leap seconds exist at the end of a day in UTC only.
        }
        long epochSecond = epochDay(year, month, day) * SECONDS_PER_DAY + secondOfDay;
        if (epochSecond < FIRST_SECOND || epochSecond > LAST_SECOND) {
            return null;
        }
        return Instant.ofEpochSecond(epochSecond, nanos);
    }

    private static boolean isDate(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= lengthOfMonth(year, month));
    }

    private static int lengthOfMonth(int year, int month) {
        boolean isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return switch (month) {
            case 2 -> isLeapYear ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Returns the days since 1970, by counting years from March: the leap day comes last, and months follow a line. */
    private static long epochDay(int year, int month, int day) {
        int years = month > 2 ? year + 400 : year + 399;
        int monthsSinceMarch = month > 2 ? month - 3 : month + 9;
        int leapDays = years / 4 - years / 100 + years / 400;
        return years * 365L + leapDays + (monthsSinceMarch * 153 + 2) / 5 + day - DAYS_TO_1970;
    }

    /** Returns the number that two digits make, or a very negative number if they are not both digits. */
    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NOT_DIGITS;
    }

    /** Returns how many seconds the rest of the text is ahead of UTC. */
    private static int offset(byte[] text, int start, int end) {
        if (end - start == 1) {
            return text[start] == 'Z' || text[start] == 'z' ? 0 : NO_OFFSET;
        }
        if (end - start != 6 || text[start + 3] != ':') {
            return NO_OFFSET;
        }
        int hours = two(text, start + 1);
        int minutes = two(text, start + 4);
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
