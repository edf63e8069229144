package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the clock of the server says, measured by the {@code Date} of its responses. Not thread-safe. */
final class ServerClock {
    /** The header has whole seconds. */
    private static final Duration RESOLUTION = Duration.ofSeconds(1);

    /** How much earlier than the start of a run an order of the run may seem to be when the server does not tell its time. */
    private static final Duration UNKNOWN = Duration.ofHours(24);

    private final Duration margin;
    private @Nullable Duration ahead;

    /**
     * @param margin what is allowed for besides
     */
    ServerClock(Duration margin) {
        this.margin = margin;
    }

    /** Takes the time of a response that came just now. */
    void measure(ApiResponse<?> response, Instant now) {
        List<String> dates = response.headers().getOrDefault("date", List.of());
        if (dates.isEmpty()) {
            return;
        }
        try {
            Instant date = ZonedDateTime.parse(dates.get(0), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            ahead = Duration.between(now, date);
        } catch (DateTimeException e) {
            // Not a time: as good as none.
        }
    }

    boolean isKnown() {
        return ahead != null;
    }

    /** The server's time at this moment of ours; empty if it never told. */
    Optional<Instant> at(Instant moment) {
        return Optional.ofNullable(ahead).map(moment::plus);
    }

    /** What the server's clock can have shown at the earliest at this moment of ours, with all that is allowed for. */
    Instant earliest(Instant moment) {
        if (ahead == null) {
            return moment.minus(UNKNOWN);
        }
        Instant theirs = moment.plus(ahead);
        return (theirs.isBefore(moment) ? theirs : moment).minus(margin).minus(RESOLUTION);
    }
}
