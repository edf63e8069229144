package io.github.clearstreet.closeout;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.Guards;
import io.github.clearstreet.closeout.PageReader.IncompleteException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at an account for a preview or a reconciliation, and changes nothing. */
final class Previewer {
    private final ClearStreet clearStreet;
    private final Settings settings;
    private final RateLimit rateLimit;

    Previewer(ClearStreet clearStreet, Settings settings, RateLimit rateLimit) {
        this.clearStreet = clearStreet;
        this.settings = settings;
        this.rateLimit = rateLimit;
    }

    Preview preview(long accountId) {
        RunClock clock = RunClock.endless(settings);
        AccountCalls calls = calls(accountId, clock);
        OrderTracker orders = new OrderTracker(accountId);
        try {
            new OrdersRead(calls, orders, settings, clock).refresh(changed -> {});
            PositionList positions = PositionList.of(calls);
            List<String> problems = new ArrayList<>(positions.problems());
            if (!PositionList.of(calls).agreesWith(positions)) {
                problems.add("two reads of the positions, one right after the other, do not say the same");
            }
            return preview(accountId, positions, orders, problems, clock.shownNow());
        } catch (IncompleteException e) {
            return new Preview(
                    accountId,
                    clock.shownNow(),
                    List.of(),
                    orders.open(),
                    List.of("not everything could be read: " + e.getMessage()),
                    orders.remarks(),
                    false);
        }
    }

    private Preview preview(
            long accountId, PositionList positions, OrderTracker orders, List<String> problems, Instant now) {
        List<HeldPosition> held = positions.list();
        List<PreviewedPosition> previewed = held.stream()
                .map(position -> new PreviewedPosition(
                        position,
                        orders.open().stream().filter(position::concerns).toList()))
                .toList();
        List<OrderState> others = orders.open().stream()
                .filter(order -> held.stream().noneMatch(position -> position.concerns(order)))
                .toList();
        orders.open().stream()
                .filter(OrderState::isUnreadable)
                .forEach(order -> problems.add("an open order could not be read: " + order));
        boolean complete = problems.isEmpty();
        if (!held.isEmpty()) {
            guardRefusal(accountId, held, positions.problems().size())
                    .ifPresent(refusal -> problems.add("a guard of the client would refuse the close: " + refusal));
        }
        List<String> remarks = new ArrayList<>(positions.leftOut());
        remarks.addAll(orders.remarks());
        return new Preview(accountId, now, previewed, others, problems, remarks, complete);
    }

    private Optional<String> guardRefusal(long accountId, List<HeldPosition> held, int unreadable) {
        Guards guards = clearStreet.guards();
        List<Optional<BigDecimal>> values = new ArrayList<>();
        held.forEach(position -> values.add(position.marketValue()));
        for (int i = 0; i < unreadable; i++) {
            values.add(Optional.empty());
        }
        return guards.refusalOfChange(accountId).or(() -> guards.refusalOfClose(values));
    }

    Reconciliation reconcile(ClosingAttempt attempt) {
        RunClock clock = RunClock.endless(settings);
        AccountCalls calls = calls(attempt.accountId(), clock);
        try {
            PositionList first = PositionList.of(calls);
            Instant from = calls.serverClock().earliest(attempt.sentAt());
            Map<String, OrderState> found = new LinkedHashMap<>();
            List<OrderState> withoutId = new ArrayList<>();
            for (OrderState order : OrdersRead.since(calls, from, clock.shownNow())) {
                if (order.createdAt().filter(from::isAfter).isEmpty()) {
                    order.id().ifPresentOrElse(id -> found.put(id, order), () -> withoutId.add(order));
                }
            }
            withoutId.addAll(found.values());
            Optional<List<Fill>> fills = fills(calls, from);
            PositionList last = PositionList.of(calls);
            return new Reconciler(attempt, withoutId, fills, first, last)
                    .at(clock.shownNow(), calls.serverClock(), settings.lateExecutionWindow());
        } catch (ClearStreetException | IncompleteException e) {
            return Reconciler.unreadable(attempt, e);
        }
    }

    private static Optional<List<Fill>> fills(AccountCalls calls, Instant from) {
        try {
            return Optional.of(Fill.since(calls, from));
        } catch (ClearStreetException | IncompleteException e) {
            return Optional.empty();
        }
    }

    private AccountCalls calls(long accountId, RunClock clock) {
        RunLog unheard = new RunLog(accountId, clock, new ProgressTeller(), (account, event) -> {});
        return new AccountCalls(accountId, clearStreet, settings, rateLimit, clock, unheard, CallOptions.defaults());
    }
}
