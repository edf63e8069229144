package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.When;
import java.time.Duration;

/** When something happens to an order, in plain values. */
record Due(Unit unit, int count) {
    enum Unit {
        AFTER_THE_ANSWER,
        AT_ONCE,
        SECONDS,
        REQUESTS
    }

    When when() {
        return switch (unit) {
            case AFTER_THE_ANSWER -> When.afterTheAnswer();
            case AT_ONCE -> When.atOnce();
            case SECONDS -> When.elapsed(Duration.ofSeconds(count));
            case REQUESTS -> When.requests(count);
        };
    }

    @Override
    public String toString() {
        return switch (unit) {
            case AFTER_THE_ANSWER -> "after the answer";
            case AT_ONCE -> "at once";
            case SECONDS -> "after " + count + " s";
            case REQUESTS -> "after " + count + " requests";
        };
    }
}
