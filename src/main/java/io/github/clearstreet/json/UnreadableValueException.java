package io.github.clearstreet.json;

/**
 * Thrown by the accessor of a value that could not be read or that is missing. All other accessors of the object work.
 *
 * <p>The message names the JSON Pointer of the value and its raw text.
 */
public final class UnreadableValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Violation violation;

    public UnreadableValueException(Violation violation) {
        super(violation.toString());
        this.violation = violation;
    }

    /** Returns where the value is, what is wrong with it, and its raw text. */
    public Violation violation() {
        return violation;
    }
}
