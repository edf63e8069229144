package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;

/** When something happens to an order, in plain values. */
record Due(Unit unit, int count) {
    enum Unit {
        AFTER_THE_ANSWER,
        AT_ONCE,
        SECONDS,
        REQUESTS
    }

    Trigger when() {
        return switch (unit) {
            case AFTER_THE_ANSWER -> Trigger.afterTheResponse();
            case AT_ONCE -> Trigger.atOnce();
            case SECONDS -> Trigger.elapsed(Duration.ofSeconds(count));
            case REQUESTS -> Trigger.requests(count);
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
