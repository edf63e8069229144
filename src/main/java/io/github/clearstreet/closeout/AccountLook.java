package io.github.clearstreet.closeout;

import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.PageReader.IncompleteException;
import java.time.Instant;
import java.util.List;

/** Reads the account into what the run knows of it. Not thread-safe. */
final class AccountLook {
    private final AccountCalls calls;
    private final AccountState state;
    private final Settings settings;
    private final RunTime time;
    private final RunLog log;
    private final OrdersRead orders;
    private final OrderWatch watch;
    private final Polling polling;
    private boolean inDoubt;

    AccountLook(
            AccountCalls calls,
            AccountState state,
            Settings settings,
            RunTime time,
            RunLog log,
            OrdersRead orders,
            Polling polling) {
        this.calls = calls;
        this.state = state;
        this.settings = settings;
        this.time = time;
        this.log = log;
        this.orders = orders;
        this.watch = new OrderWatch(state, log);
        this.polling = polling;
    }

    /**
     * Reads orders first and positions second: no positions then means flat, if the orders were done.
     *
     * @return false if it failed; then nothing may be decided
     */
    boolean atEverything() {
        try {
            List<OrderState> changed = readOrders();
            state.read(PositionsRead.of(calls), time.now());
            take(changed);
        } catch (ClearStreetException | IncompleteException e) {
            failed(e);
            return false;
        }
        state.holdings().stream()
                .filter(holding -> watch.ordersAreDone(holding))
                .forEach(holding -> holding.ordersAreDone(state.book(), time.now(), settings.settleTime()));
        noteDoubts();
        log.addOnce(TimelineEvent.Kind.READ, watch.summary());
        return true;
    }

    /**
     * The reads of positions took their time: an order may have come since.
     *
     * @return false if it failed; then nothing may be decided
     */
    boolean atOrdersAgain() {
        try {
            take(readOrders());
            return true;
        } catch (ClearStreetException | IncompleteException e) {
            failed(e);
            return false;
        }
    }

    private List<OrderState> readOrders() {
        Instant beganAt = time.now();
        List<OrderState> changed = orders.refresh();
        state.doubts().looked(beganAt);
        return changed;
    }

    private void take(List<OrderState> changed) {
        if (!changed.isEmpty()) {
            polling.startOver();
        }
        state.claimOrders();
        watch.changed(changed);
    }

    private void noteDoubts() {
        boolean pending = state.doubts().arePending();
        if (inDoubt && !pending) {
            log.add(TimelineEvent.Kind.RESOLVED, "what is in doubt counts as not carried out, unless orders show it");
        }
        inDoubt = pending;
    }

    private void failed(RuntimeException e) {
        log.addOnce(TimelineEvent.Kind.READ_FAILED, String.valueOf(e.getMessage()));
        calls.checkOpen();
        if (e instanceof RejectedException rejected && !Outcomes.mayPass(rejected)) {
            throw new RunEnded(StopReason.REQUEST_REJECTED, "A read was refused: " + e.getMessage());
        }
    }
}
