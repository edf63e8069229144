package io.github.clearstreet.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A wall clock and a monotonic one that tests move; the wall clock also by itself, and back. */
final class TestTime extends Clock {
    private Instant now = Instant.parse("2026-11-25T16:18:50.834Z");
    private long nanos = Long.MAX_VALUE - 5_000_000_000L; // it may overflow

    void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    void stepWallClock(Duration step) {
        now = now.plus(step);
    }

    long nanoTime() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
