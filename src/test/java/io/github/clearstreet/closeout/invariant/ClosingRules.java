package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.invariant.Arrival.Told;
import io.github.clearstreet.closeout.invariant.LedgerSnapshot.Working;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.PositionChange.Cause;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a run broke the rules of closing. */
final class ClosingRules {
    private ClosingRules() {}

    /**
     * At the moment at which the sandbox gets a close, no other order can close the same position: none of ours, and of
     * the others only those that came after our last look. A position that somebody else turned around since we read it is
     * not one that we could judge.
     */
    static Stream<String> besideAnOrder(Evidence run) {
        if (!run.rules().kind()) {
            return Stream.empty(); // what works, and what is held, cannot be told from one look
        }
        return run.closes().stream().flatMap(close -> {
            List<Arrival> before = run.before(close);
            Optional<LedgerSnapshot> positions =
                    Evidence.latestLook(CallKind.READ_POSITIONS, before).map(Arrival::before);
            Optional<LedgerSnapshot> orders =
                    Evidence.latestLook(CallKind.READ_ORDERS, before).map(Arrival::before);
            return close.before().working().stream()
                    .filter(order -> close.closes(order.symbol())
                            && !close.repeats(order.clientId())
                            && canClose(order, close.before()))
                    .filter(order -> (order.ours() && run.rules().alone())
                            || (orders.filter(seen -> seen.works(order.id())).isPresent()
                                    && positions
                                            .filter(seen -> canClose(order, seen))
                                            .isPresent()))
                    .map(order -> order + " at " + close);
        });
    }

    private static boolean canClose(Working order, LedgerSnapshot ledger) {
        return ledger.position(order.symbol()).signum() == -order.leaves().signum();
    }

    /** Between the first page of a read of orders and the close come only its other pages, and no wait. */
    static Stream<String> withoutALook(Evidence run) {
        return run.closes().stream().flatMap(close -> {
            Arrival next = close;
            for (Arrival call : run.before(close)) {
                if (call.kind() != CallKind.READ_ORDERS
                        || !call.isAccepted()
                        || (next.closes() && !call.endsALook())
                        || (run.rules().alone() && !call.answeredAt().equals(next.at()))) {
                    return Stream.of(call + " comes before " + next);
                }
                if (call.beginsALook()) {
                    return withoutPositions(run, call);
                }
                next = call;
            }
            return Stream.of("no look before " + close);
        });
    }

    /** Right before it comes a complete read of positions. */
    private static Stream<String> withoutPositions(Evidence run, Arrival look) {
        Arrival next = look;
        for (Arrival call : run.before(look)) {
            if (call.kind() != CallKind.READ_POSITIONS
                    || !call.isAccepted()
                    || (next.kind() == CallKind.READ_ORDERS && !call.endsALook())) {
                return Stream.of(call + " is not a read of positions, before " + next);
            }
            if (call.beginsALook()) {
                return Stream.empty();
            }
            next = call;
        }
        return Stream.of("no read of positions before " + look);
    }

    /**
     * A request of unknown outcome may be carried out late, so that nothing may be sent for as long as that can take: not by
     * anybody who shares a journal either. An order with an id is no such request, since it can be found by it.
     */
    static Stream<String> whileUnresolved(Evidence run) {
        return run.everybodys().stream()
                .filter(call -> call.kind().changes() && call.kind() != CallKind.SUBMIT && call.told() == Told.UNKNOWN)
                .flatMap(doubtful -> run.after(doubtful).stream()
                        .filter(later -> later.kind().changes()
                                && (run.rules().alone() || later.process() == doubtful.process()))
                        .filter(later -> later.at()
                                .isBefore(doubtful.answeredAt().plus(run.rules().settleTime())))
                        .map(later -> later + " after " + doubtful));
    }

    /**
     * Unless somebody else traded in the same instrument after our order was made; and unless two that share no journal asked
     * the broker to close what their own orders were refused for, for nothing but a journal keeps these apart.
     */
    static Stream<String> beyondZero(Evidence run) {
        if (!run.rules().shared() && run.everybodys().stream().anyMatch(call -> call.kind() == CallKind.CLOSE)) {
            return Stream.empty();
        }
        List<PositionChange> changes = run.changes();
        return IntStream.range(0, changes.size())
                .filter(i -> changes.get(i).cause() == Cause.API_ORDER && !stopsAtZero(changes.get(i)))
                .filter(i ->
                        changes
                                .subList(
                                        run.changesBeforeOrder()
                                                .getOrDefault(
                                                        changes.get(i).orderId().orElseThrow(), 0),
                                        i)
                                .stream()
                                .noneMatch(other -> other.cause() == Cause.TEST_ORDER
                                        && other.symbol().equals(changes.get(i).symbol())))
                .mapToObj(i -> changes.get(i).toString());
    }

    private static boolean stopsAtZero(PositionChange fill) {
        return !fill.crossesZero() && fill.after().abs().compareTo(fill.before().abs()) < 0;
    }

    /** A position that somebody else opened after our last look is closed with the others, and not counted. */
    static Stream<String> tooOften(Evidence run) {
        if (!run.rules().kind()) {
            return Stream.empty(); // nor one that the lists did not show yet
        }
        return Stream.of(Instrument.values()).map(Instrument::symbol).flatMap(symbol -> {
            List<Arrival> closes = run.arrivals(CallKind.CLOSE).stream()
                    .filter(close -> close.closes(symbol) && close.told() != Told.REJECTED)
                    .filter(close -> Evidence.latestLook(CallKind.READ_POSITIONS, run.before(close))
                            .filter(read -> read.endsALook()
                                    && read.before().position(symbol).signum() != 0)
                            .isPresent())
                    .toList();
            return closes.size() > run.rules().rounds() ? Stream.of(symbol + ": " + closes) : Stream.empty();
        });
    }
}
