package io.github.clearstreet;

/** A guard of the client stops a call before it is sent. The message says which one, and what to do. */
final class GuardRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GuardRefusedException(String message) {
        super(message);
    }
}
