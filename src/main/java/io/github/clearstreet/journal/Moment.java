package io.github.clearstreet.journal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an entry was made, by the clock that all users of a journal share, and by the machine's monotonic clock, which all its
 * processes share too: the wall clock of a machine may step, and must not shorten the time in which a dead process's request may
 * come late.
 *
 * @param at by the wall clock, or the database's
 * @param nanos by the monotonic clock; null if there is no common one
 * @param boot which start of the machine it counts from; null if that is not known
 */
record Moment(Instant at, @Nullable Long nanos, @Nullable String boot) {
    /** Smaller differences between the clocks are the time that reading them takes. */
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    static Moment of(Instant at) {
        return new Moment(at, null, null);
    }

    /** How much has passed since then for certain. */
    Duration since(Moment earlier) {
        Duration byWall = Duration.between(earlier.at, at);
        Long from = earlier.nanos;
        Long to = nanos;
        if (from == null || to == null) {
            return byWall;
        }
        Duration byNanos = Duration.ofNanos(to - from);
        if (boot != null && boot.equals(earlier.boot)) {
            return byNanos;
        }
        boolean isOtherStart = boot != null && earlier.boot != null || byNanos.isNegative();
        // The monotonic clock counts from the start of the machine: so much has passed if it was started again.
        Duration atLeast = isOtherStart ? Duration.ofNanos(Math.max(0, to)) : byNanos;
        return atLeast.compareTo(byWall) < 0 ? atLeast : byWall;
    }

    /** How far the wall clock has stepped forward since then; negative if back. */
    Duration stepSince(Moment earlier) {
        Duration step = Duration.between(earlier.at, at).minus(since(earlier));
        return step.abs().compareTo(TOLERANCE) < 0 ? Duration.ZERO : step;
    }
}
