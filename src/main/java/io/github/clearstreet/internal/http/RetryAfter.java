package io.github.clearstreet.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Reads the Retry-After header: seconds, or one of the three date forms of HTTP. */
public final class RetryAfter {
    /** The longest wait that is reported. A server that names a longer one gets this one. */
    static final Duration LONGEST = Duration.ofDays(365);

    private static final int MAX_TEXT = 64;

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
        return HttpDate.parse(value, clock.instant()).map(date -> bounded(Duration.between(clock.instant(), date)));
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
}
