package io.github.clearstreet;

import io.github.clearstreet.internal.failure.CallDetails;
import org.jspecify.annotations.Nullable;

/**
 * Nothing happened to the account: no complete request left this machine.
 *
 * <p>Guaranteed: the server cannot have carried it out, so sending it again is safe. Typical reasons: no connection, no
 * connection in time, an interrupt or cancel that came first, a closed client.
 */
public final class NotSentException extends ClearStreetException {
    private static final long serialVersionUID = 1L;

    private final boolean refusedByGuard;

    NotSentException(String message, CallDetails facts, @Nullable Throwable cause, boolean refusedByGuard) {
        super(message, facts, cause);
        this.refusedByGuard = refusedByGuard;
    }

    /**
     * Whether one of the client's {@link Guards} refused the call. Sending it again then ends in the same way.
     *
     * @return false if it could not be sent for another reason
     */
    public boolean refusedByGuard() {
        return refusedByGuard;
    }

    @Override
    public Outcome outcome() {
        return Outcome.NOT_SENT;
    }
}
