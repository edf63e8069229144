package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;

/** The journal cannot be read or written, or it says that the request must not be sent. Nothing is sent then. */
public class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception without a cause. */
    public JournalException(String message) {
        super(Printable.text(message));
    }

    /** An exception with a cause. */
    public JournalException(String message, Throwable cause) {
        super(Printable.text(message), cause);
    }
}
