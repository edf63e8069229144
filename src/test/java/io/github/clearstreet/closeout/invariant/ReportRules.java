package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.StopReason;
import io.github.clearstreet.closeout.invariant.LedgerSnapshot.Working;
import io.github.clearstreet.sandbox.PositionChange.Cause;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the report of a run is wrong, or late. */
final class ReportRules {
    private ReportRules() {}

    /**
     * When the positions were read for the last time, the ledger held nothing; no order that the run has to follow worked
     * then, and none of ours works now or fills later.
     */
    static Stream<String> falselyFlat(Evidence run) {
        if (!run.reported().isFlat()) {
            return Stream.empty();
        }
        Optional<Arrival> read = run.latestLook(CallKind.READ_POSITIONS);
        Optional<Arrival> look =
                read.flatMap(positions -> Evidence.latestLook(CallKind.READ_ORDERS, run.before(positions)));
        if (look.isEmpty() || !read.get().isAccepted() || !look.get().isAccepted()) {
            return Stream.of("no complete look before the report");
        }
        LedgerSnapshot seen = read.get().before();
        // Where lists hide something, nobody can know of what came up within the last look.
        Set<String> known = run.rules().kind()
                ? seen.positions().keySet()
                : look.get().before().positions().keySet();
        Stream<String> held = seen.positions().keySet().stream()
                .filter(known::contains)
                .map(symbol -> "held: " + symbol + " of " + seen);
        Stream<String> worked = seen.working().stream()
                .filter(order -> order.ours()
                        || (run.rules().kind()
                                && run.rules().cancelsOrders()
                                && look.get().before().works(order.id())))
                .map(order -> "worked at the last look: " + order);
        Stream<String> works =
                run.atReport().working().stream().filter(Working::ours).map(order -> "works: " + order);
        Stream<String> fills = run.changes().stream()
                .skip(seen.changes())
                .filter(change ->
                        change.cause() == Cause.API_ORDER && !run.reported().isUnresolved())
                .map(change -> "filled after the last look: " + change);
        // Another process may close what came after this run's last look.
        Stream<String> after = run.rules().alone() ? Stream.concat(works, fills) : Stream.empty();
        return Stream.of(held, worked, after).flatMap(all -> all);
    }

    /** What is held and ours that works. A request that is named as unresolved may have made any order. */
    static Stream<String> notNamed(Evidence run) {
        Reported reported = run.reported();
        Stream<String> orders = run.atReport().working().stream()
                .filter(order -> order.ours()
                        && run.rules().alone()
                        && !reported.isUnresolved()
                        && !reported.openOrders().contains(order.id()))
                .map(order -> "works, and is not in the report: " + order);
        if (!run.rules().kind()) {
            return orders;
        }
        Stream<String> positions = run
                .latestLook(CallKind.READ_POSITIONS)
                .filter(read -> read.isAccepted() && read.endsALook())
                .map(Arrival::before)
                .stream()
                .flatMap(read -> Stream.concat(notExplained(reported, read), wronglyCounted(reported, read)));
        return Stream.concat(orders, positions);
    }

    private static Stream<String> notExplained(Reported reported, LedgerSnapshot read) {
        return read.positions().keySet().stream()
                .filter(symbol -> !reported.explained().contains(symbol))
                .map(symbol -> "is held, and not explained: " + symbol);
    }

    private static Stream<String> wronglyCounted(Reported reported, LedgerSnapshot read) {
        return reported.after().entrySet().stream()
                .filter(after -> after.getValue().compareTo(read.position(after.getKey())) != 0)
                .map(after -> "is said to be " + after.getValue() + ": " + after.getKey() + " of " + read);
    }

    /** In-flight calls end with the deadline too. A change is sent only while the whole of its own deadline is left. */
    static Stream<String> tooLate(Evidence run) {
        Instant deadlineAt = run.rules().deadlineAt();
        Instant latestChange = deadlineAt.minus(run.rules().callDeadline());
        Stream<Instant> ends = Stream.of(run.endedAt(), run.reported().endedAt());
        Stream<String> end = (run.rules().kind() ? ends : Stream.of(run.endedAt()))
                .filter(at -> at.isAfter(deadlineAt))
                .map(at -> "ended at " + at + " instead of " + deadlineAt);
        Stream<String> calls = run.arrivals().stream()
                .filter(call -> !call.at().isBefore(deadlineAt)
                        || (call.kind().changes() && call.at().isAfter(latestChange)))
                .map(call -> "too late to send " + call);
        Stream<String> failed =
                run.reported().stopReason() == StopReason.FAILED ? Stream.of("the run failed") : Stream.empty();
        // Who shares the time with another process is delayed by that one's requests too.
        return run.rules().alone() ? Stream.of(end, calls, failed).flatMap(all -> all) : failed;
    }
}
