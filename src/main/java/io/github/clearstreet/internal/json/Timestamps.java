package io.github.clearstreet.internal.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads RFC 3339 timestamps by position, because a general formatter would take most of the time of reading an answer.
 * One instance reads one text.
 */
final class Timestamps {
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int MAX_FRACTION_DIGITS = 9;

    private final char[] text;
    private final int end;
    private int position;
    private boolean valid = true;

    private Timestamps(char[] text, int offset, int length) {
        this.text = text;
        this.position = offset;
        this.end = offset + length;
    }

    /**
     * Returns the instant with up to nine fraction digits, or null if the text is not a timestamp with an offset. A leap
     * second is read as the second before it, as {@link Instant#parse} does.
     */
    static @Nullable Instant parse(char[] text, int offset, int length) {
        return new Timestamps(text, offset, length).parse();
    }

    private @Nullable Instant parse() {
        int year = digits(4);
        expect('-', '-');
        int month = digits(2);
        expect('-', '-');
        int day = digits(2);
        expect('T', 't');
        int hour = digits(2);
        expect(':', ':');
        int minute = digits(2);
        expect(':', ':');
        int second = digits(2);
        int nano = fraction();
        int offset = offset();
        if (!valid || position != end || hour > 23 || minute > 59 || second > 60 || !isDate(year, month, day)) {
            return null;
        }
        boolean isLeap = second == 60;
        int secondOfDay = hour * 3600 + minute * 60 + (isLeap ? 59 : second);
        long epochSecond = LocalDate.of(year, month, day).toEpochDay() * SECONDS_OF_DAY + secondOfDay - offset;
        if (isLeap && Math.floorMod(epochSecond, SECONDS_OF_DAY) != SECONDS_OF_DAY - 1) {
            return null; // Leap seconds exist at the end of a day in UTC only.
        }
        return Instant.ofEpochSecond(epochSecond, nano);
    }

    private static boolean isDate(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value * 10 + digit();
        }
        return value;
    }

    private int digit() {
        int digit = position < end ? text[position++] - '0' : -1;
        valid &= digit >= 0 && digit <= 9;
        return digit;
    }

    private void expect(char one, char other) {
        valid &= position < end && (text[position] == one || text[position] == other);
        position++;
    }

    private int fraction() {
        if (position >= end || text[position] != '.') {
            return 0;
        }
        position++;
        int start = position;
        int nano = digit();
        while (position < end
                && text[position] >= '0'
                && text[position] <= '9'
                && position - start < MAX_FRACTION_DIGITS) {
            nano = nano * 10 + digit();
        }
        for (int count = position - start; count < MAX_FRACTION_DIGITS; count++) {
            nano *= 10;
        }
        return nano;
    }

    /** Returns the seconds that the offset is ahead of UTC. */
    private int offset() {
        char sign = position < end ? text[position++] : ' ';
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        int hours = digits(2);
        expect(':', ':');
        int minutes = digits(2);
        valid &= (sign == '+' || sign == '-') && hours <= 23 && minutes <= 59;
        return (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    }
}
