package io.github.clearstreet;

import org.jspecify.annotations.Nullable;

/**
 * Nothing happened to the account: no complete request left this machine.
 *
 * <p>Guaranteed: the server cannot have carried it out, so sending it again is safe. Typical reasons: no connection, no
 * connection in time, an interrupt or cancel that came first, a closed client.
 */
public final class NotSentException extends ClearStreetException {
    private static final long serialVersionUID = 1L;

    NotSentException(String message, CallFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }

    @Override
    public Outcome outcome() {
        return Outcome.NOT_SENT;
    }
}
