package io.github.clearstreet.closeout;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.closeout.PageReader.IncompleteException;
import java.time.Instant;
import java.util.List;

/** Looks at an account once, and changes nothing. */
final class Looks {
    private final ClearStreet clearStreet;
    private final Settings settings;
    private final RateLimit rateLimit;

    Looks(ClearStreet clearStreet, Settings settings, RateLimit rateLimit) {
        this.clearStreet = clearStreet;
        this.settings = settings;
        this.rateLimit = rateLimit;
    }

    Preview preview(long accountId) {
        RunTime time = RunTime.endless(settings);
        AccountCalls calls = calls(accountId, time);
        OrderBook book = new OrderBook();
        try {
            new OrdersRead(calls, book, settings, time.startedAt()).refresh();
            PositionsRead positions = PositionsRead.of(calls);
            return Previews.of(accountId, positions, book.open(), clearStreet.guards(), time.now());
        } catch (IncompleteException e) {
            return Previews.incomplete(accountId, book.open(), String.valueOf(e.getMessage()), time.now());
        }
    }

    Reconciliation reconcile(ClosingAttempt attempt) {
        RunTime time = RunTime.endless(settings);
        AccountCalls calls = calls(attempt.accountId(), time);
        Instant from = attempt.sentAt().minus(settings.clockSkew());
        try {
            List<OrderState> since = PageReader.all(token -> calls.ordersPage(
                            GetOrdersQuery.builder().from(from).pageToken(token).build()))
                    .stream()
                    .map(OrderState::of)
                    .toList();
            return new Reconciler(attempt, since, PositionsRead.of(calls)).at(time.now(), settings.settleTime());
        } catch (ClearStreetException | IncompleteException e) {
            return Reconciler.unreadable(attempt, e);
        }
    }

    private AccountCalls calls(long accountId, RunTime time) {
        RunLog unheard = new RunLog(accountId, settings.clock(), (account, event) -> {});
        return new AccountCalls(accountId, clearStreet, settings, rateLimit, time, unheard, CallOptions.defaults());
    }
}
