package io.github.clearstreet.journal;

/** What is known of an attempt. */
public enum AttemptState {
    /** There is an intent and no outcome: it is being sent, or its process died. */
    PENDING(false),
    /** No complete request left the machine. */
    NOT_SENT(true),
    /** The server refused. */
    REJECTED(true),
    /** The server accepted. */
    ACCEPTED(true),
    /** It may have been carried out, or may be still. */
    UNKNOWN(false),
    /** Found out later: it was carried out. */
    HAPPENED(true),
    /** Judged later: it was not carried out, and the time in which it could be carried out late is over. */
    DID_NOT_HAPPEN(true);

    private final boolean resolved;

    AttemptState(boolean resolved) {
        this.resolved = resolved;
    }

    /** Whether nothing is left to find out. */
    public boolean isResolved() {
        return resolved;
    }
}
