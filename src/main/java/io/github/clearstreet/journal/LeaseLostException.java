package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;

/** The lease has expired, or somebody else has taken the account since. */
public final class LeaseLostException extends JournalException {
    private static final long serialVersionUID = 1L;

    /** The message says which lease, and why. */
    public LeaseLostException(String message) {
        super(Printable.text(message));
    }
}
