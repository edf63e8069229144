package io.github.clearstreet.sandbox;

/** The text is not JSON. */
final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonException(String message, int position) {
        super(message + " at character " + position);
    }
}
