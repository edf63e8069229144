package io.github.clearstreet.bench.limit;

import java.time.Instant;

/** Reads {@code 2025-10-03T14:01:15.123456789Z} by position. Nothing else is expected, and little is checked. */
final class LimitTimestamps {
    private static final int FRACTION = 20;

    private LimitTimestamps() {}

    static Instant parse(char[] text, int from, int length) {
        if (length < FRACTION || text[from + length - 1] != 'Z') {
            throw new IllegalArgumentException("not a timestamp in UTC");
        }
        int year = two(text, from) * 100 + two(text, from + 2);
        long day = epochDay(year, two(text, from + 5), two(text, from + 8));
        long second = day * 86_400 + two(text, from + 11) * 3_600L + two(text, from + 14) * 60L + two(text, from + 17);
        int nanos = 0;
        int scale = 100_000_000;
        for (int i = FRACTION; i < length - 1; i++) {
            nanos += (text[from + i] - '0') * scale;
            scale /= 10;
        }
        return Instant.ofEpochSecond(second, nanos);
    }

    private static int two(char[] text, int at) {
        return (text[at] - '0') * 10 + (text[at + 1] - '0');
    }

    /** Days since 1970, by counting years from March, so that the leap day comes last. */
    private static long epochDay(int year, int month, int day) {
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        return y * 365L + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day - 1 - 719_468;
    }
}
