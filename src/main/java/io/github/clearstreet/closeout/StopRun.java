package io.github.clearstreet.closeout;

/** Leaves the loop of a run from wherever it is: the time is over, or the caller wants no more. */
final class StopRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StopReason reason;

    StopRun(StopReason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** The message is for the report. */
    StopReason reason() {
        return reason;
    }
}
