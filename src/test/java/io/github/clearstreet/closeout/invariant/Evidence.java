package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.PositionChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of a run when it is over: all from the sandbox, but the report.
 *
 * @param arrivals all requests of the run
 * @param atReport the ledger at the moment at which the caller got the report
 * @param changes every change of a position, also of the minutes after the run
 * @param changesBeforeOrder for each order, how many of them there had been when it was certainly not made yet
 * @param endedAt when the caller got the report
 */
record Evidence(
        Rules rules,
        List<Arrival> arrivals,
        LedgerSnapshot atReport,
        List<PositionChange> changes,
        Map<String, Integer> changesBeforeOrder,
        Reported reported,
        Instant endedAt) {

    /** What the caller asked for. */
    record Rules(Instant deadlineAt, Duration settleTime, Duration callDeadline, boolean cancelsOrders, int rounds) {}

    List<Arrival> arrivals(CallKind kind) {
        return arrivals.stream().filter(call -> call.kind() == kind).toList();
    }

    /** The requests before this one, latest first. */
    List<Arrival> before(Arrival call) {
        return latestFirst(arrivals.subList(0, call.number() - 1));
    }

    List<Arrival> after(Arrival call) {
        return arrivals.subList(call.number(), arrivals.size());
    }

    /** The latest request that begins a list of orders or positions; nothing if there is none among these. */
    static Optional<Arrival> latestLook(CallKind kind, List<Arrival> latestFirst) {
        return latestFirst.stream()
                .filter(call -> call.kind() == kind && call.beginsALook())
                .findFirst();
    }

    Optional<Arrival> latestLook(CallKind kind) {
        return latestLook(kind, latestFirst(arrivals));
    }

    private static List<Arrival> latestFirst(List<Arrival> calls) {
        List<Arrival> latestFirst = new ArrayList<>(calls);
        Collections.reverse(latestFirst);
        return latestFirst;
    }

    @Override
    public String toString() {
        return reported.text() + "\nArrived:" + lines(arrivals) + "\nAt the report:\n  " + atReport + "\nChanges:"
                + lines(changes);
    }

    private static String lines(List<?> entries) {
        return entries.stream().map(entry -> "\n  " + entry).collect(Collectors.joining());
    }
}
