package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a changing request was decided by, for the journal.
 *
 * @param positions the positions that it is about, as they were read right before; empty if they were not read
 * @param lease the lease of the run that sends it, if there is one
 * @param serverTime the server's time at the decision, if it is known; guards against steps of the machine's clock
 * @param despiteUnresolved whether a close without a lease is sent although the account is in doubt: it may close twice
 */
public record Decision(
        List<JournaledPosition> positions,
        @Nullable Lease lease,
        @Nullable Instant serverTime,
        boolean despiteUnresolved) {
    /** Keeps a copy. */
    public Decision {
        positions = List.copyOf(positions);
    }

    /** A decision of which nothing is known. */
    public static Decision none() {
        return new Decision(List.of(), null, null, false);
    }

    /** Returns a copy with the positions that the request is about. */
    public Decision withPositions(List<JournaledPosition> newPositions) {
        return new Decision(newPositions, lease, serverTime, despiteUnresolved);
    }

    /** Returns a copy under a lease. */
    public Decision withLease(Lease newLease) {
        return new Decision(positions, newLease, serverTime, despiteUnresolved);
    }

    /** Returns a copy with the server's time. */
    public Decision withServerTime(@Nullable Instant newServerTime) {
        return new Decision(positions, lease, newServerTime, despiteUnresolved);
    }

    /** Returns a copy that is sent although an earlier attempt on the account is unresolved: it may close twice. */
    public Decision insisting() {
        return new Decision(positions, lease, serverTime, true);
    }

    /** Holds no character that could steer a terminal or a log. */
    @Override
    public String toString() {
        return Printable.text("Decision[positions=" + positions + ", lease=" + lease + ", serverTime=" + serverTime
                + ", despiteUnresolved=" + despiteUnresolved + "]");
    }
}
