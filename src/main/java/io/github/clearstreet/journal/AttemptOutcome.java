package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param state what is known; never {@link AttemptState#PENDING}
 * @param status the HTTP status, if there was one
 * @param requestId the id under which Clear Street's support finds the request, if the response carried one
 * @param orderIds the orders that it made or changed, by the server's ids, as far as they are known
 * @param detail why, for people; never the key
 */
public record AttemptOutcome(
        AttemptState state,
        @Nullable Integer status,
        @Nullable String requestId,
        List<String> orderIds,
        @Nullable String detail) {
    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException if the state is {@link AttemptState#PENDING}
     */
    public AttemptOutcome {
        orderIds = List.copyOf(orderIds);
        if (state == AttemptState.PENDING) {
            throw new IllegalArgumentException("PENDING is not an outcome: it means that there is none");
        }
    }

    /** An outcome of which only the reason is known. */
    public static AttemptOutcome of(AttemptState state, String detail) {
        return new AttemptOutcome(state, null, null, List.of(), detail);
    }

    /** Holds no character that could steer a terminal or a log. */
    @Override
    public String toString() {
        return Printable.text("AttemptOutcome[state=" + state + ", status=" + status + ", requestId=" + requestId
                + ", orderIds=" + orderIds + ", detail=" + detail + "]");
    }
}
