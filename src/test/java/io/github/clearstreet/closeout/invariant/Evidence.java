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
 * @param process whose run it is
 * @param everybodys all requests of the script
 * @param atReport the ledger at the moment at which the caller got the report
 * @param changes every change of a position, also of the minutes after the run
 * @param changesBeforeOrder for each order, how many of them there had been when it was certainly not made yet
 * @param endedAt when the caller got the report
 */
record Evidence(
        Rules rules,
        int process,
        List<Arrival> everybodys,
        LedgerSnapshot atReport,
        List<PositionChange> changes,
        Map<String, Integer> changesBeforeOrder,
        Reported reported,
        Instant endedAt) {

    /**
     * What the caller asked for.
     *
     * @param kind whether what the server shows is what is
     * @param alone whether no other process was at work on the account at the same time
     * @param shared whether all processes knew one journal
     */
    record Rules(
            Instant deadlineAt,
            Duration settleTime,
            Duration callDeadline,
            boolean cancelsOrders,
            int rounds,
            boolean kind,
            boolean alone,
            boolean shared) {}

    /** The requests of this run. */
    List<Arrival> arrivals() {
        return everybodys.stream().filter(call -> call.process() == process).toList();
    }

    List<Arrival> arrivals(CallKind kind) {
        return arrivals().stream().filter(call -> call.kind() == kind).toList();
    }

    /** Those that close, in whatever way. */
    List<Arrival> closes() {
        return arrivals().stream().filter(Arrival::closes).toList();
    }

    /** The requests of this run before this one, latest first. */
    List<Arrival> before(Arrival call) {
        return latestFirst(arrivals().stream()
                .filter(other -> other.number() < call.number())
                .toList());
    }

    /** Everybody's requests after this one. */
    List<Arrival> after(Arrival call) {
        return everybodys.subList(call.number(), everybodys.size());
    }

    /** The latest request that begins a list of orders or positions; nothing if there is none among these. */
    static Optional<Arrival> latestLook(CallKind kind, List<Arrival> latestFirst) {
        return latestFirst.stream()
                .filter(call -> call.kind() == kind && call.beginsALook())
                .findFirst();
    }

    Optional<Arrival> latestLook(CallKind kind) {
        return latestLook(kind, latestFirst(arrivals()));
    }

    private static List<Arrival> latestFirst(List<Arrival> calls) {
        List<Arrival> latestFirst = new ArrayList<>(calls);
        Collections.reverse(latestFirst);
        return latestFirst;
    }

    @Override
    public String toString() {
        return reported.text() + "\nArrived:" + lines(everybodys) + "\nAt the report:\n  " + atReport + "\nChanges:"
                + lines(changes);
    }

    private static String lines(List<?> entries) {
        return entries.stream().map(entry -> "\n  " + entry).collect(Collectors.joining());
    }
}
