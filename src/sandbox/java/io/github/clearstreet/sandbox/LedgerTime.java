package io.github.clearstreet.sandbox;

import java.time.Instant;

/**
 * A point in the sandbox's life.
 *
 * @param time by the clock
 * @param arrivals number of requests that had arrived
 * @param looks number of times that a request or a test had worked on the ledger
 */
record LedgerTime(Instant time, long arrivals, long looks) {
    LedgerTime at(Instant other) {
        return new LedgerTime(other, arrivals, looks);
    }
}
