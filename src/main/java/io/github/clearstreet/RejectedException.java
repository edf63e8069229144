package io.github.clearstreet;

import io.github.clearstreet.internal.failure.CallDetails;
import org.jspecify.annotations.Nullable;

/**
 * Nothing happened to the account: the server refused the request with a 4xx status other than 408.
 *
 * <p>{@link #error()} says why. Sending the same request again gives the same response, except after a 429, where {@link
 * #retryAfter()} says when.
 */
public final class RejectedException extends ClearStreetException {
    private static final long serialVersionUID = 1L;

    RejectedException(String message, CallDetails facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }

    @Override
    public Outcome outcome() {
        return Outcome.REJECTED;
    }
}
