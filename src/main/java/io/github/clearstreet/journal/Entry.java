package io.github.clearstreet.journal;

import java.time.Instant;

/** One line of a journal. */
sealed interface Entry {
    /** A request is about to be sent. */
    record Began(Attempt attempt) implements Entry {}

    /** What became of one. */
    record Ended(String attemptId, RecordedOutcome outcome) implements Entry {}

    /** A lease changed; a released one ends at {@code at}. */
    record Leased(Instant at, Change change, LeaseHolder holder) implements Entry {}

    /** What happened to a lease. */
    enum Change {
        ACQUIRED,
        RENEWED,
        RELEASED
    }
}
