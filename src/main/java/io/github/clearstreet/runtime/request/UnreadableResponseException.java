package io.github.clearstreet.runtime.request;

/** A good response is not what the specification describes, so what it says is not known. */
public final class UnreadableResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes a message without anything of the response in it. */
    public UnreadableResponseException(String message) {
        super(message);
    }
}
