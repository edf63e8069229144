package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import io.github.clearstreet.model.Order;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends what cancels open orders, and notes what came of it. */
final class CancelSender {
    /** What an order that is just being made or replaced is refused with, and may not be a moment later. */
    private static final Set<Integer> FOR_NOW = Set.of(400, 409, 422, 423, 425);

    private static final int NOT_FOUND = 404;

    private final AccountCalls calls;
    private final AccountState state;
    private final RunClock clock;
    private final RunLog log;
    private final RequestSender sender;
    private boolean cancelAllIsRefused;

    CancelSender(AccountCalls calls, AccountState state, RunClock clock, RunLog log, RequestSender sender) {
        this.calls = calls;
        this.state = state;
        this.clock = clock;
        this.log = log;
        this.sender = sender;
    }

    /**
     * Cancels all at once only if that hits no order of this run, nor one that does the run's work. Stops as soon as an outcome
     * is unknown.
     */
    void send(List<OrderState> due) {
        boolean onlyThese = due.size() > 1
                && state.orders().open().stream()
                        .noneMatch(order -> state.orders().isOurs(order) || state.isFollowed(order, clock.now()));
        if (onlyThese && !cancelAllIsRefused) {
            send("cancel_all_open_orders", due, calls::cancelAllOpenOrders, data -> data);
            return;
        }
        for (OrderState order : due) {
            String id = order.id().orElseThrow();
            if (!send("cancel_open_order", List.of(order), () -> calls.cancelOpenOrder(id), List::of)) {
                return;
            }
        }
    }

    /** Returns false if nothing else may be sent now. The orders themselves are read again in any case. */
    private <T> boolean send(
            String operation,
            List<OrderState> orders,
            Supplier<ApiResponse<T>> request,
            Function<T, List<Order>> rows) {
        calls.awaitTurn();
        if (!clock.hasTimeToChange()) {
            throw new StopRun(
                    StopReason.DEADLINE,
                    "Too little time is left to cancel open orders and to close; flatten again to go on.");
        }
        List<String> ids = orders.stream().flatMap(order -> order.id().stream()).toList();
        ids.forEach(id -> state.cancels().requested(id, clock.now()));
        orders.forEach(state::cancelling);
        log.add(Kind.CANCELLING, operation + ": " + String.join(", ", ids));
        try {
            calls.decidedBy(List.of());
            ApiResponse<T> response = request.get();
            sender.accepted(operation, response);
            take(rows.apply(response.data()), ids);
            return true;
        } catch (OutcomeUnknownException e) {
            sender.unknown(e, null, Set.of(), List.of());
            return false;
        } catch (NotSentException e) {
            ids.forEach(state.cancels()::notRequested);
            sender.notSent(e);
            return false;
        } catch (RejectedException e) {
            return rejected(e, ids);
        } catch (IllegalArgumentException e) {
            ids.forEach(id -> state.cancels().refused(id, clock.now(), String.valueOf(e.getMessage())));
            return true;
        }
    }

    /** What the response says of these orders counts, because a list may not show them any more. */
    private void take(List<Order> rows, List<String> ids) {
        Instant now = clock.shownNow();
        state.orders()
                .update(
                        rows.stream()
                                .map(row -> OrderState.of(row, now))
                                .filter(row -> row.id().filter(ids::contains).isPresent())
                                .toList(),
                        calls.serverNow())
                .forEach(log::add);
    }

    private boolean isInNoList(OrderState order) {
        return order.readAt().filter(at -> at.isBefore(state.lookedAt())).isPresent();
    }

    /** A 404 says no more than that there is no such open order: it may have been cancelled just now. */
    private boolean rejected(RejectedException e, List<String> ids) {
        sender.rejected(e);
        if (RequestSender.mayPass(e)) {
            ids.forEach(state.cancels()::notRequested);
            return false;
        }
        if (ids.size() > 1) {
            cancelAllIsRefused = true;
            ids.forEach(state.cancels()::notRequested);
        } else if (FOR_NOW.contains(e.status().orElse(0))) {
            ids.forEach(id -> state.cancels().refusedForNow(id, RequestSender.text(e)));
        } else if (e.status().orElse(0) != NOT_FOUND) {
            ids.forEach(id -> state.cancels().refused(id, clock.now(), RequestSender.text(e)));
        } else {
            ids.forEach(id -> state.orders()
                    .order(id)
                    .filter(order -> order.life().isOverButForItsRest() || isInNoList(order))
                    .ifPresent(order -> state.orders()
                            .assumeOver(order, "no list shows it working, and the server knows no such open order")));
        }
        return true;
    }
}
