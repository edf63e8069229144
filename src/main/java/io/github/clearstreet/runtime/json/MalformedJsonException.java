package io.github.clearstreet.runtime.json;

/** The document as a whole cannot be read: broken JSON, not UTF-8, not an object at its root, or beyond a limit. */
public final class MalformedJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }

    MalformedJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
