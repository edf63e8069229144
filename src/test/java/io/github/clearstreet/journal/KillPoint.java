package io.github.clearstreet.journal;

/** Where a process dies while it closes. */
enum KillPoint {
    /** Nothing is written down yet. */
    BEFORE_INTENT,
    /** It is written down, and did not leave. */
    AFTER_INTENT,
    /** It has left, and arrives; it is carried out after the death. */
    SENT,
    /** It was dropped on its way and is carried out later; nobody wrote down that this is unknown. */
    LOST,
    /** It was carried out; the answer was lost. */
    EXECUTED,
    /** The answer has arrived, and is not written down. */
    ANSWERED,
    /** The outcome is written down. */
    AFTER_OUTCOME,
    /** That the outcome is unknown is written down; it is carried out later. */
    AFTER_UNKNOWN
}
