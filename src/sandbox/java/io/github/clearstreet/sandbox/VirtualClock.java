package io.github.clearstreet.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it. Give it to the sandbox, and to the client if that takes a clock, and
 * everything that depends on time happens when the test says so.
 *
 * <p>Its zone is UTC. It never goes back. Thread-safe.
 */
public final class VirtualClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private VirtualClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * Returns a clock that shows this time.
     *
     * @param start for example {@code Instant.parse("2025-10-03T14:01:15Z")}
     */
    public static VirtualClock at(Instant start) {
        return new VirtualClock(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    /**
     * Moves the clock forward.
     *
     * @param step zero or more
     * @return the new time
     * @throws IllegalArgumentException if the step is negative
     */
    public Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("A virtual clock goes forward only: pass a step of zero or more");
        }
        return Objects.requireNonNull(now.updateAndGet(before -> before.plus(step)));
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** Returns a clock in another zone that moves together with this one. */
    @Override
    public Clock withZone(ZoneId other) {
        return new VirtualClock(now, other);
    }
}
