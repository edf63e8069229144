package io.github.clearstreet.faults;

import java.io.IOException;

/** What a {@link FaultServer} does after a request has arrived whole. */
@FunctionalInterface
interface Behaviour {
    /** Answers, or not. The first request that reached the server over any connection is arrival 1. */
    void answer(Connection connection, ReceivedRequest request, int arrival) throws IOException;

    /** Does this to the arrival with that number, and answers all others well. */
    default Behaviour onlyFor(int faulty) {
        return (connection, request, arrival) ->
                (arrival == faulty ? this : GoodAnswer.INSTANCE).answer(connection, request, arrival);
    }

    /** Answers well up to that arrival, and does this from then on. */
    default Behaviour from(int faulty) {
        return (connection, request, arrival) ->
                (arrival >= faulty ? this : GoodAnswer.INSTANCE).answer(connection, request, arrival);
    }
}
