package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A changing request that is about to be sent.
 *
 * @param accountId the account that it changes
 * @param operation the operation in the API's own words, for example {@code close_positions}
 * @param instrumentId the instrument, if it is about one
 * @param ids the ids by which its effect can be found: of new orders as the client gave them, or of the order to cancel
 * @param sendWithin how long the permission to send it lasts; more than zero. The time in which it may be carried out late
 *     begins at its end if the process dies
 * @param decision what it was decided by
 */
public record Intent(
        long accountId,
        String operation,
        @Nullable String instrumentId,
        List<String> ids,
        Duration sendWithin,
        Decision decision) {
    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException if the lease is another account's, or the time is not more than zero
     */
    public Intent {
        ids = List.copyOf(ids);
        if (sendWithin.isNegative() || sendWithin.isZero()) {
            throw new IllegalArgumentException("sendWithin must be more than zero, but is " + sendWithin);
        }
        Lease lease = decision.lease();
        if (lease != null && lease.accountId() != accountId) {
            throw new IllegalArgumentException(
                    "the lease is for account " + lease.accountId() + ", but the request is for account " + accountId);
        }
    }

    /** Whether it closes positions by itself, so that a second one can close twice. */
    public boolean closes() {
        return Operations.closes(operation);
    }

    /** Holds no character that could steer a terminal or a log. */
    @Override
    public String toString() {
        return Printable.text("Intent[accountId=" + accountId + ", operation=" + operation + ", instrumentId="
                + instrumentId + ", ids=" + ids + ", sendWithin=" + sendWithin + ", decision=" + decision + "]");
    }
}
