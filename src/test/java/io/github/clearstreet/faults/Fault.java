package io.github.clearstreet.faults;

import java.time.Duration;
import java.util.Set;

/**
 * One way to go wrong after a request has arrived.
 *
 * @param id of the list of faults that the project measures
 * @param name what the server does
 * @param expected what the caller must be told: the outcome, and the HTTP status or the reason
 * @param reused whether a good call goes first, so that the faulty one travels on a connection that was used before
 * @param deadline of the faulty call
 */
record Fault(String id, String name, String expected, boolean reused, Duration deadline, Behaviour behaviour) {
    private static final Set<String> SPOILING = Set.of("F5", "F6", "F11", "F14");
    private static final Duration NEVER_REACHED = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofMillis(400);

    Fault(String id, String name, String expected, Behaviour behaviour) {
        this(id, name, expected, false, NEVER_REACHED, behaviour);
    }

    /** The same on a connection that was used before. */
    Fault onReusedConnection(String otherId) {
        return new Fault(otherId, name + ", reused connection", expected, true, deadline, behaviour);
    }

    /** Ends by the deadline. The connection is warm, so that the request arrives well before it. */
    Fault untilDeadline() {
        return new Fault(id, name, expected, true, SOON, behaviour);
    }

    /**
     * Whether the connection cannot be used again, so that the client must let go of it. It may be kept after an answer that
     * was encoded, if all of it had arrived.
     */
    boolean spoilsConnection() {
        return SPOILING.contains(id) && !expected.endsWith("ENCODED");
    }

    @Override
    public String toString() {
        return id + " " + name;
    }
}
