package io.github.clearstreet.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the Retry-After header: seconds, or one of the three date forms of HTTP. */
public final class RetryAfter {
    /** The longest wait that is reported. A server that names a longer one gets this one. */
    static final Duration LONGEST = Duration.ofDays(365);

    private static final int MAX_TEXT = 64;

    private static final List<String> DATE_FORMS = List.of("EEE, d MMM yyyy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy");

    private RetryAfter() {}

    /**
     * How long to wait from now. Zero for a date in the past; at most 365 days; empty for a text that is neither seconds
     * nor a date.
     */
    public static Optional<Duration> parse(String text, Clock clock) {
        String value = text.strip();
        if (value.isEmpty() || value.length() > MAX_TEXT) {
            return Optional.empty();
        }
        if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(seconds(value));
        }
        return date(value, clock.instant()).map(date -> bounded(Duration.between(clock.instant(), date)));
    }

    private static Duration seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 9 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(significant)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Instant> date(String text, Instant now) {
        // The day form of asctime pads a one-digit day with a second space.
        String spaced = text.replaceAll(" +", " ");
        for (String form : DATE_FORMS) {
            Optional<Instant> date = parse(spaced, DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
            if (date.isPresent()) {
                return date;
            }
        }
        return parse(spaced, rfc850(now));
    }

    /** The year has two digits; it is the one from 50 years ago up to 49 years ahead. */
    private static DateTimeFormatter rfc850(Instant now) {
        int firstYear = now.atOffset(ZoneOffset.UTC).getYear() - 50;
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException notThisForm) {
            return Optional.empty();
        }
    }
}
