package io.github.clearstreet.journal;

/** The lease has expired, or somebody else has taken the account since. */
public final class LeaseLostException extends JournalException {
    private static final long serialVersionUID = 1L;

    /** The message says which lease, and why. */
    public LeaseLostException(String message) {
        super(message);
    }
}
