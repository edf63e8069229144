package io.github.clearstreet.internal.http;

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

/** Reads a date of HTTP in each of its three forms (RFC 9110, 5.6.7). */
final class HttpDate {
    private static final int LONGEST_TEXT = 64;
    private static final List<String> FORMS = List.of("EEE, d MMM yyyy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy");

    private HttpDate() {}

    /** Empty for any other text. The oldest form has a year of two digits; now says of which century. */
    static Optional<Instant> parse(String text, Instant now) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        // The day form of asctime pads a one-digit day with a second space.
        String spaced = text.strip().replaceAll(" +", " ");
        for (String form : FORMS) {
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
