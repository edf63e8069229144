package io.github.clearstreet.journal;

/** One line of a journal. */
sealed interface Entry {
    /** When it was made. */
    Moment at();

    /** A request is about to be sent. */
    record Began(Attempt attempt, Moment at) implements Entry {}

    /** What became of one. */
    record Ended(String attemptId, RecordedOutcome outcome, Moment at) implements Entry {}

    /** A lease changed; a released one ends at {@code at}. */
    record Leased(Moment at, Change change, LeaseHolder holder) implements Entry {}

    /** What happened to a lease. */
    enum Change {
        ACQUIRED,
        RENEWED,
        RELEASED
    }
}
