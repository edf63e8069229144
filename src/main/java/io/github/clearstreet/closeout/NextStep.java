package io.github.clearstreet.closeout;

import io.github.clearstreet.Guards;
import io.github.clearstreet.closeout.Standing.Kind;
import java.util.List;

/** Decides, by what was read right before, what a run does next: send one thing, wait, or end. Not thread-safe. */
final class NextStep {
    private final long accountId;
    private final Guards guards;
    private final AccountState state;
    private final RunTime time;
    private final AccountCalls calls;
    private final AccountLook look;
    private final CancelRequests cancelRequests;
    private final CloseRequests closeRequests;
    private final Ending ending;
    private final Polling polling;

    NextStep(
            long accountId,
            Guards guards,
            AccountState state,
            RunTime time,
            AccountCalls calls,
            AccountLook look,
            CancelRequests cancelRequests,
            CloseRequests closeRequests,
            Polling polling) {
        this.accountId = accountId;
        this.guards = guards;
        this.state = state;
        this.time = time;
        this.calls = calls;
        this.look = look;
        this.cancelRequests = cancelRequests;
        this.closeRequests = closeRequests;
        this.ending = new Ending(state);
        this.polling = polling;
    }

    void take() {
        if (ending.isFlat()) {
            throw new RunEnded(StopReason.FLAT, "Nothing is held, and no order of this run can fill any more.");
        }
        if (state.doubts().arePending()) {
            polling.pause();
            return;
        }
        List<OrderState> due = state.cancels().due(state.ordersToCancel(), time.now());
        if (!due.isEmpty()) {
            checkGuards();
            cancelRequests.send(due);
        } else if (state.cancels().areNew(state.ordersToCancel(), time.now())) {
            polling.pause();
        } else if (!closable().isEmpty()) {
            checkGuards();
            calls.withoutWaiting(this::close);
        } else if (ending.mayChange(time.now())) {
            polling.pause();
        } else {
            throw ending.of(time.now());
        }
    }

    /** Before anything is cancelled: a run that may not close must not take the open orders away either. */
    private void checkGuards() {
        guards.refusalOfChange(accountId)
                .or(() -> guards.refusalOfClose(state.held().stream()
                        .map(holding -> holding.now().marketValue())
                        .toList()))
                .ifPresent(refusal -> {
                    throw new RunEnded(
                            StopReason.REFUSED_BY_GUARD, "A guard of the client refused to go on: " + refusal + ".");
                });
    }

    private void close() {
        if (!look.atOrdersAgain()) {
            polling.pause();
            return;
        }
        List<Holding> closable = closable();
        if (closable.isEmpty()) {
            return;
        }
        if (!calls.hasTimeToChange()) {
            waitForOrdersOrEnd();
            return;
        }
        boolean everything = closable.size() == state.held().size()
                && state.problems().isEmpty()
                && state.book().open().isEmpty();
        if (everything) {
            closeRequests.closeAll(closable);
        } else {
            closeRequests.closeOne(closable.get(0));
        }
    }

    private void waitForOrdersOrEnd() {
        if (!ending.ordersMayFill()) {
            throw new RunEnded(
                    StopReason.DEADLINE,
                    "Too little time is left to close and to learn what becomes of it; flatten again to go on.");
        }
        polling.pause();
    }

    private List<Holding> closable() {
        return state.held().stream()
                .filter(holding -> state.standing(holding, time.now()).is(Kind.CLOSABLE))
                .toList();
    }
}
