package io.github.clearstreet.cli;

/** The command cannot be carried out as it was given. Nothing was sent. The message says what to do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
