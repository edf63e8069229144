package io.github.clearstreet.journal;

/** The journal cannot be read or written, or it says that the request must not be sent. Nothing is sent then. */
public class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception without a cause. */
    public JournalException(String message) {
        super(message);
    }

    /** An exception with a cause. */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
