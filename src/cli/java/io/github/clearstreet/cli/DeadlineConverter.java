package io.github.clearstreet.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a deadline as people write it: a whole number and its unit. */
final class DeadlineConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("\\d{1,6}[smh]");

    /** A run closes nothing in its last ten seconds, because it has to learn what becomes of it. */
    private static final Duration SHORTEST = Duration.ofSeconds(15);

    @Override
    public Duration convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException("write a whole number and its unit, for example 90s, 2m or 1h");
        }
        Duration deadline = Duration.parse(("PT" + text).toUpperCase(Locale.ROOT));
        if (deadline.compareTo(SHORTEST) < 0) {
            throw new TypeConversionException(
                    "it must be 15s or more, because nothing is closed in the last 10s of it");
        }
        return deadline;
    }
}
