package io.github.clearstreet.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the Retry-After header: seconds, or one of the three date forms of HTTP. */
public final class RetryAfter {
    /** The longest wait that is reported. A server that names a longer one gets this one. */
    static final Duration LONGEST = Duration.ofDays(365);

    private static final int MAX_TEXT = 64;
    private static final Pattern SECONDS = Pattern.compile("[0-9]+(\\.[0-9]*)?");

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
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(seconds(value.split("\\.", 2)[0], clock.instant()));
        }
        return HttpDate.parse(value, clock.instant()).map(date -> bounded(Duration.between(clock.instant(), date)));
    }

    /** So many seconds that they are the time of day by Unix mean that moment. */
    private static Duration seconds(String digits, Instant now) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > 10) {
            return LONGEST;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(significant));
        Duration untilUnixTime = wait.minusSeconds(now.getEpochSecond());
        return bounded(untilUnixTime.abs().compareTo(LONGEST) < 0 ? untilUnixTime : wait);
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
