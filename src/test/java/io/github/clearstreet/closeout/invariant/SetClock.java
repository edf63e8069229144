package io.github.clearstreet.closeout.invariant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The clock of a client, which is ahead of another by as much as it was set. */
final class SetClock extends Clock {
    private final Clock clock;
    private final Supplier<Duration> ahead;

    SetClock(Clock clock, Supplier<Duration> ahead) {
        this.clock = clock;
        this.ahead = ahead;
    }

    @Override
    public ZoneOffset getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead.get());
    }
}
