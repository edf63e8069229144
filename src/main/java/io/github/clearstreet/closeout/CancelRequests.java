package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import io.github.clearstreet.model.Order;
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
            send("cancel_all_open_orders", ids, () -> calls.cancelAllOpenOrders().map(List::copyOf));
            return;
        }
        for (String id : ids) {
            boolean goOn = send("cancel_open_order", List.of(id), () -> calls.cancelOpenOrder(id));
            if (!goOn) {
                return;
            }
        }
    }
}
