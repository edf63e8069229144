package io.github.clearstreet;

import io.github.clearstreet.internal.failure.CallDetails;
import org.jspecify.annotations.Nullable;

/**
 * The account may or may not have changed: the request left, and no response that can be trusted came back.
 *
 * <p>Look at the orders created since {@link #sentAt()} and at the positions before you send anything again; a second
 * close can turn a long account short. Typical reasons: 408 and 5xx, the deadline, a dropped connection, a response that
 * is cut short, too large or unreadable, an interrupt or cancel after sending.
 */
public final class OutcomeUnknownException extends ClearStreetException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String message, CallDetails facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }

    @Override
    public Outcome outcome() {
        return Outcome.UNKNOWN;
    }
}
