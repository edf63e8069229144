package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Sends what cancels open orders, and notes what came of it. */
final class CancelRequests {
    private static final int NOT_FOUND = 404;

    private final AccountCalls calls;
    private final AccountState state;
    private final RunTime time;
    private final RunLog log;
    private final Outcomes outcomes;

    CancelRequests(AccountCalls calls, AccountState state, RunTime time, RunLog log, Outcomes outcomes) {
        this.calls = calls;
        this.state = state;
        this.time = time;
        this.log = log;
        this.outcomes = outcomes;
    }

    /** Cancels all at once only if that cannot hit an order of this run. Stops as soon as an outcome is unknown. */
    void send(List<OrderState> due) {
        List<String> ids = due.stream().flatMap(order -> order.id().stream()).toList();
        boolean onlyTheirs = state.book().open().stream().noneMatch(state.book()::isOurs);
        if (ids.size() > 1 && onlyTheirs) {
            send("cancel_all_open_orders", ids, () -> calls.cancelAllOpenOrders());
            return;
        }
        for (String id : ids) {
            if (!send("cancel_open_order", List.of(id), () -> calls.cancelOpenOrder(id))) {
                return;
            }
        }
    }

    /** Returns false if nothing else may be sent now. The orders themselves are read again in any case. */
    private boolean send(String operation, List<String> ids, Supplier<ApiResponse<?>> request) {
        calls.awaitTurn();
        if (!calls.hasTimeToChange()) {
            throw new RunEnded(
                    StopReason.DEADLINE,
                    "Too little time is left to cancel open orders and to close; flatten again to go on.");
        }
        ids.forEach(id -> state.cancels().requested(id, time.now()));
        log.add(Kind.CANCELLING, operation + ": " + String.join(", ", ids));
        try {
            outcomes.accepted(operation, request.get());
            return true;
        } catch (OutcomeUnknownException e) {
            outcomes.unknown(e, null, Set.of(), List.of());
            return false;
        } catch (NotSentException e) {
            ids.forEach(state.cancels()::notRequested);
            outcomes.notSent(e);
            return false;
        } catch (RejectedException e) {
            return rejected(e, ids);
        } catch (IllegalArgumentException e) {
            ids.forEach(id -> state.cancels().refused(id, time.now(), String.valueOf(e.getMessage())));
            return true;
        }
    }

    private boolean rejected(RejectedException e, List<String> ids) {
        if (Outcomes.mayPass(e)) {
            ids.forEach(state.cancels()::notRequested);
        } else if (e.status().orElse(0) != NOT_FOUND) {
            ids.forEach(id -> state.cancels().refused(id, time.now(), Outcomes.text(e)));
        }
        outcomes.rejected(e);
        return !Outcomes.mayPass(e);
    }
}
