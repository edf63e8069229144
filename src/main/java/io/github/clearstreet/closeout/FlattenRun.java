package io.github.clearstreet.closeout;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.Guards;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.PageReader.IncompleteException;
import io.github.clearstreet.closeout.Standing.Kind;
import java.time.Duration;
import java.util.List;

/**
 * One run over one account: looks at orders and positions, does one thing, and looks again. Whatever it sends is decided by
 * what was read right before. Not thread-safe.
 */
final class FlattenRun {
    private final long accountId;
    private final Guards guards;
    private final FlattenOptions options;
    private final Settings settings;
    private final RunTime time;
    private final RunLog log;
    private final AccountCalls calls;
    private final AccountState state;
    private final OrdersRead orders;
    private final OrderWatch watch;
    private final CancelRequests cancelRequests;
    private final CloseRequests closeRequests;
    private final Ending ending;
    private final RunReport report;
    private Duration nextPoll;
    private boolean inDoubt;

    FlattenRun(
            long accountId, ClearStreet clearStreet, Settings settings, RateLimit rateLimit, FlattenOptions options) {
        this.accountId = accountId;
        this.guards = clearStreet.guards();
        this.options = options;
        this.settings = settings;
        this.nextPoll = settings.firstPoll();
        time = RunTime.until(settings, options.deadline());
        log = new RunLog(accountId, settings.clock(), options.listener());
        // A read is tried once: the run looks again by itself, at the shared pace.
        CallOptions once = CallOptions.defaults().withReadAttempts(1);
        calls = new AccountCalls(accountId, clearStreet, settings, rateLimit, time, log, once);
        state = new AccountState(options, settings);
        orders = new OrdersRead(calls, state.book(), settings, time.startedAt());
        watch = new OrderWatch(state, log);
        Outcomes outcomes = new Outcomes(settings, time, log, state);
        cancelRequests = new CancelRequests(calls, state, time, log, outcomes);
        closeRequests = new CloseRequests(calls, options, settings, state, time, log, outcomes);
        ending = new Ending(state);
        report = new RunReport(accountId, state, time, log);
    }

    /** Runs until there is something to report. Never throws. */
    FlattenReport run() {
        FlattenReport made;
        try {
            made = report.of(loop());
        } catch (Throwable e) {
            // Errors too: after running out of memory the caller still has to know what was sent.
            made = report.of(new RunEnded(StopReason.FAILED, "The run failed: " + e));
        }
        log.ended(made);
        return made;
    }

    private RunEnded loop() {
        try {
            log.add(TimelineEvent.Kind.STARTED, options.toString());
            while (true) {
                time.check();
                boolean changed;
                try {
                    changed = look();
                } catch (ClearStreetException | IncompleteException e) {
                    readFailed(e);
                    continue;
                }
                if (changed) {
                    nextPoll = settings.firstPoll();
                }
                act();
            }
        } catch (RunEnded end) {
            return end;
        }
    }

    // ---- Look

    /** Reads orders first and positions second: no positions then means flat, if the orders were done. */
    private boolean look() {
        List<OrderState> changed = orders.refresh();
        PositionsRead positions = PositionsRead.of(calls);
        state.read(positions, time.now());
        state.claimOrders();
        watch.changed(changed);
        state.holdings().stream()
                .filter(holding -> watch.ordersAreDone(holding))
                .forEach(holding -> holding.ordersAreDone(state.book(), time.now(), settings.settleTime()));
        if (inDoubt && !state.doubts().arePending(time.now())) {
            inDoubt = false;
            log.add(TimelineEvent.Kind.RESOLVED, "what is in doubt counts as not carried out, unless orders show it");
        }
        log.addOnce(TimelineEvent.Kind.READ, watch.summary());
        return !changed.isEmpty();
    }

    private void readFailed(RuntimeException e) {
        log.addOnce(TimelineEvent.Kind.READ_FAILED, String.valueOf(e.getMessage()));
        if (e instanceof RejectedException rejected && !Outcomes.mayPass(rejected)) {
            throw new RunEnded(StopReason.REQUEST_REJECTED, "A read was refused: " + e.getMessage());
        }
        pause();
    }

    // ---- Act

    private void act() {
        boolean doubtful = state.doubts().arePending(time.now());
        inDoubt |= doubtful;
        if (ending.isFlat(time.now())) {
            throw new RunEnded(StopReason.FLAT, "Nothing is held, and no order of this run can fill any more.");
        }
        if (doubtful) {
            pause();
            return;
        }
        List<OrderState> due =
                options.cancelOrders() ? state.cancels().due(state.foreignOrders(), time.now()) : List.of();
        if (!due.isEmpty()) {
            checkGuards();
            cancelRequests.send(due);
        } else if (cancelsArePending()) {
            pause();
        } else {
            close();
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

    private boolean cancelsArePending() {
        return options.cancelOrders()
                && state.foreignOrders().stream()
                        .anyMatch(order -> state.cancels().mayGoAway(order, time.now()));
    }

    private void close() {
        if (closable().isEmpty()) {
            waitOrEnd();
            return;
        }
        checkGuards();
        calls.withoutWaiting(() -> {
            if (calls.hasTimeToChange()) {
                lookAtOrdersAgain();
            } else if (ending.ordersMayFill()) {
                pause();
            } else {
                throw new RunEnded(
                        StopReason.DEADLINE,
                        "Too little time is left to close and to learn what becomes of it; flatten again to go on.");
            }
        });
    }

    /** The reads of positions took their time: an order may have come since. */
    private void lookAtOrdersAgain() {
        try {
            watch.changed(orders.refresh());
        } catch (ClearStreetException | IncompleteException e) {
            readFailed(e);
            return;
        }
        state.claimOrders();
        List<Holding> closable = closable();
        boolean everything = closable.size() == state.held().size()
                && state.problems().isEmpty()
                && state.book().open().isEmpty();
        if (everything && !closable.isEmpty()) {
            closeRequests.closeAll(closable);
        } else if (!closable.isEmpty()) {
            closeRequests.closeOne(closable.get(0));
        }
    }

    private void waitOrEnd() {
        if (!ending.mayChange(time.now())) {
            throw ending.of(time.now());
        }
        pause();
    }

    private List<Holding> closable() {
        return state.held().stream()
                .filter(holding -> state.standing(holding, time.now()).is(Kind.CLOSABLE))
                .toList();
    }

    private void pause() {
        time.pause(nextPoll);
        Duration doubled = nextPoll.multipliedBy(2);
        nextPoll = doubled.compareTo(settings.slowestPoll()) < 0 ? doubled : settings.slowestPoll();
    }
}
