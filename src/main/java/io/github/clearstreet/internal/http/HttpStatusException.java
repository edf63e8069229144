package io.github.clearstreet.internal.http;

/**
 * Says that the server answered with a status that is not 2xx.
 *
 * <p>The status, the headers and a bounded copy of the body are in the {@link Call}.
 */
public final class HttpStatusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HttpStatusException(int status) {
        super("The server answered with HTTP status " + status);
    }
}
