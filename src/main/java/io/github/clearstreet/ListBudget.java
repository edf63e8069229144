package io.github.clearstreet;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that may be spent on reading one list. What its reader does between two pages does not count. */
final class ListBudget {
    private final Duration ofPage;
    private final Duration ofList;
    private final LongSupplier nanoTime;
    private Duration left;
    private long begun;

    ListBudget(Duration ofPage, Duration ofList, LongSupplier nanoTime) {
        this.ofPage = ofPage;
        this.ofList = ofList;
        this.nanoTime = nanoTime;
        this.left = ofList;
    }

    /** A page begins: the time that it may take. */
    Duration begin() {
        begun = nanoTime.getAsLong();
        return left.compareTo(ofPage) < 0 ? left : ofPage;
    }

    void end() {
        left = left.minusNanos(nanoTime.getAsLong() - begun);
    }

    /** Throws if no time is left for a further page. */
    void check() {
        if (left.isZero() || left.isNegative()) {
            throw new IllegalStateException("the list has further pages, and its deadline of " + ofList + " passed");
        }
    }
}
