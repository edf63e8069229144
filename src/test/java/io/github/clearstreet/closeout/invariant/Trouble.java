package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.Fault;
import java.time.Duration;

/**
 * What goes wrong with one request, in plain values.
 *
 * @param nth which request of its kind, from 1
 * @param execution whether the sandbox carries it out; a refused one never is, and one that is only slow always
 * @param seconds how much later it is carried out, how slow the answer is, or what Retry-After says
 */
record Trouble(CallKind call, int nth, How how, Execution execution, int seconds) {
    enum How {
        DROPPED,
        TIMED_OUT,
        UNAVAILABLE,
        TRUNCATED,
        SLOW,
        TOO_MANY_REQUESTS,
        REFUSED
    }

    enum Execution {
        NEVER,
        FIRST,
        LATE,
        /** Late, with the quantities that were held when the request arrived. */
        LATE_AS_RECEIVED
    }

    Fault fault() {
        return switch (how) {
            case DROPPED, TIMED_OUT -> executed(Fault.drops());
            case UNAVAILABLE -> executed(Fault.error(503, "Not now"));
            case TRUNCATED -> Fault.truncates();
            case SLOW -> Fault.none();
            case TOO_MANY_REQUESTS ->
                seconds == 0
                        ? Fault.error(429, "Slow down")
                        : Fault.error(429, "Slow down").retryAfter(String.valueOf(seconds));
            case REFUSED -> Fault.error(400, "Account is restricted");
        };
    }

    /** True if the caller gets at least the status of an answer. */
    boolean isHeard() {
        return how != How.DROPPED && how != How.TIMED_OUT;
    }

    boolean fixesQuantities() {
        return execution == Execution.LATE_AS_RECEIVED && call == CallKind.CLOSE;
    }

    /** How long the caller waits for the end of the call, of which the caller's own deadline allows this much. */
    Duration wait(Duration atMost) {
        Duration wait = how == How.TIMED_OUT ? atMost : how == How.SLOW ? Duration.ofSeconds(seconds) : Duration.ZERO;
        return wait.compareTo(atMost) < 0 ? wait : atMost;
    }

    private Fault executed(Fault fault) {
        return switch (execution) {
            case NEVER -> fault;
            case FIRST -> fault.afterExecuting();
            case LATE -> fault.executingLater(Duration.ofSeconds(seconds));
            case LATE_AS_RECEIVED ->
                fault.executingLater(Duration.ofSeconds(seconds)).withQuantitiesAsReceived();
        };
    }

    @Override
    public String toString() {
        return call + " no. " + nth + " is " + how + ", executed " + execution + " (" + seconds + " s)";
    }
}
