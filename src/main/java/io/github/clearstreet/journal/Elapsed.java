package io.github.clearstreet.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How long ago a journal was asked, by whichever of this machine's clocks says longer: the monotonic one may stand still while
 * the machine sleeps, and the wall clock may step back. So what was granted then ends too early rather than too late. Immutable
 * and thread-safe.
 */
public final class Elapsed {
    private final LongSupplier nanoTime;
    private final Clock clock;
    private final long startNanos;
    private final Instant start;

    private Elapsed(LongSupplier nanoTime, Clock clock) {
        this.nanoTime = nanoTime;
        this.clock = clock;
        this.startNanos = nanoTime.getAsLong();
        this.start = clock.instant();
    }

    /**
     * Begins to count now. For implementations of {@link Journal}: before they ask their store.
     *
     * @param nanoTime the monotonic clock, usually {@code System::nanoTime}
     * @param clock the wall clock of this machine
     * @return never null
     */
    public static Elapsed start(LongSupplier nanoTime, Clock clock) {
        return new Elapsed(nanoTime, clock);
    }

    /** The time since the start, never negative. */
    public Duration soFar() {
        Duration byNanos = Duration.ofNanos(nanoTime.getAsLong() - startNanos);
        Duration byWall = Duration.between(start, clock.instant());
        return byNanos.compareTo(byWall) > 0 ? byNanos : byWall;
    }
}
