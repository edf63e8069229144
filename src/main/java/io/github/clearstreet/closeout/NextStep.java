package io.github.clearstreet.closeout;

import io.github.clearstreet.Guards;
import io.github.clearstreet.closeout.PositionState.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides, by what was read right before, what a run does next: send one thing, wait, or end. Not thread-safe. */
final class NextStep {
    private static final int READS_OF_NOTHING = 2;

    /** Facts that are older are looked at again before anything is closed by them, unless the server is always so slow. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private static final int MOST_SLOW_LOOKS = 2;

    private final long accountId;
    private final Guards guards;
    private final AccountState state;
    private final RunClock clock;
    private final AccountCalls calls;
    private final AccountReader reader;
    private final CancelSender cancelSender;
    private final CloseSender closeSender;
    private final OwnOrderSender ownOrderSender;
    private final ClosingMethod method;
    private final StopDecision stop;
    private int slowLooks;

    NextStep(
            long accountId,
            Guards guards,
            AccountState state,
            RunClock clock,
            AccountCalls calls,
            AccountReader reader,
            CancelSender cancelSender,
            CloseSender closeSender,
            OwnOrderSender ownOrderSender,
            ClosingMethod method) {
        this.accountId = accountId;
        this.guards = guards;
        this.state = state;
        this.clock = clock;
        this.calls = calls;
        this.reader = reader;
        this.cancelSender = cancelSender;
        this.closeSender = closeSender;
        this.ownOrderSender = ownOrderSender;
        this.method = method;
        this.stop = new StopDecision(state, clock);
    }

    /** Returns how long to wait before the next look. */
    Duration take() {
        boolean looksFlat = stop.looksFlat();
        if (state.countFlatRead(looksFlat) >= READS_OF_NOTHING) {
            throw new StopRun(StopReason.FLAT, "Nothing is held, and no order of this run can fill any more.");
        }
        if (looksFlat || state.unresolved().blockAccount()) {
            return clock.nextPoll();
        }
        Instant now = clock.now();
        List<OrderState> toCancel = state.ordersToCancel(now);
        List<OrderState> due = state.cancels().due(toCancel, now);
        if (!due.isEmpty()) {
            checkGuards();
            cancelSender.send(due);
            return Duration.ZERO;
        }
        if (state.cancels().areNew(toCancel, now)) {
            return clock.nextPoll();
        }
        if (!closable().isEmpty()) {
            checkGuards();
            return isConfirmed() ? calls.withoutWaiting(this::close) : clock.nextPoll();
        }
        if (stop.mayChange()) {
            return clock.nextPoll();
        }
        throw stop.decide();
    }

    /**
     * Before anything is cancelled: a run that may not close must not take the open orders away either. What could not be read
     * counts as a position without a value.
     */
    private void checkGuards() {
        List<Optional<BigDecimal>> values = new ArrayList<>();
        state.held().forEach(position -> position.rows().forEach(row -> values.add(row.marketValue())));
        state.problems().forEach(problem -> values.add(Optional.empty()));
        guards.refusalOfChange(accountId)
                .or(() -> guards.refusalOfClose(values))
                .ifPresent(refusal -> {
                    throw new StopRun(
                            StopReason.REFUSED_BY_GUARD, "A guard of the client refused to go on: " + refusal + ".");
                });
    }

    /** What is to be closed has to be in two reads in a row. */
    private boolean isConfirmed() {
        return closable().stream().allMatch(position -> position.expected().isKnown()) || reader.positionsAgain();
    }

    private Duration close() {
        if (!reader.ordersAgain()) {
            return clock.nextPoll();
        }
        List<TrackedPosition> closable = closable().stream()
                .filter(position -> position.expected().isKnown())
                .toList();
        if (closable.isEmpty()) {
            return state.held().isEmpty() ? Duration.ZERO : clock.nextPoll();
        }
        if (!clock.hasTimeToChange()) {
            return waitForOrdersOrEnd();
        }
        if (reader.ageOfPositions().compareTo(FRESH) > 0 && slowLooks < MOST_SLOW_LOOKS) {
            slowLooks++;
            return Duration.ZERO;
        }
        slowLooks = 0;
        List<TrackedPosition> own = method == ClosingMethod.BROKER
                ? List.of()
                : closable.stream().filter(ownOrderSender::canClose).toList();
        if (!own.isEmpty() && reader.fillsAreOld()) {
            return Duration.ZERO; // everybody has to make the same id of the latest fill
        }
        if (!own.isEmpty()) {
            return ownOrderSender.send(own) ? Duration.ZERO : clock.nextPoll();
        }
        boolean everything = closable.size() == state.held().size()
                && state.problems().isEmpty()
                && state.orders().open().isEmpty()
                && !state.closeAllIsRefused();
        if (everything) {
            closeSender.closeAll(closable);
        } else {
            // One that is refused again and again does not keep the others waiting.
            closeSender.closeOne(Collections.min(closable, Comparator.comparing(TrackedPosition::closes)));
        }
        return Duration.ZERO;
    }

    private Duration waitForOrdersOrEnd() {
        if (!stop.ordersMayFill()) {
            throw new StopRun(
                    StopReason.DEADLINE,
                    "Too little time is left to close and to learn what becomes of it; flatten again to go on.");
        }
        return clock.nextPoll();
    }

    private List<TrackedPosition> closable() {
        return state.held().stream()
                .filter(position -> state.state(position, clock).is(Kind.CLOSABLE))
                .toList();
    }
}
