package io.github.clearstreet.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads when a list begins: a day in UTC, an instant, or how long before now. */
final class SinceConverter implements ITypeConverter<SinceConverter.Since> {
    private static final Pattern AGO = Pattern.compile("\\d{1,5}[mhd]");

    /** @param from the beginning, if it is now so late */
    record Since(UnaryOperator<Instant> from) {}

    @Override
    public Since convert(String text) {
        if (AGO.matcher(text).matches()) {
            Duration ago = Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
            return new Since(now -> now.minus(ago));
        }
        try {
            Instant at = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return new Since(now -> at);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "write how long ago, for example 90m, 12h or 7d, a day in UTC, for example 2026-11-28, or an"
                            + " instant, for example 2026-11-28T14:30:00Z");
        }
    }
}
