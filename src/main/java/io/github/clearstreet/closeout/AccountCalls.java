package io.github.clearstreet.closeout;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.Orders;
import io.github.clearstreet.Positions;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.api.OrdersApi.GetExecutionsQuery;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.Execution;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The requests of one run: each at the shared pace, within what is left of the run, and with its id noted. */
final class AccountCalls {
    static final int LARGEST_PAGE = 1000;

    /** A page that fails is asked for again by itself, so that a long list does not begin anew. */
    private static final int PAGE_ATTEMPTS = 4;

    private static final Duration LONGEST_HOLD = Duration.ofHours(1);
    private static final Duration NONSENSE = Duration.ofDays(7);

    private final long accountId;
    private final ClearStreet clearStreet;
    private final Settings settings;
    private final RateLimit rateLimit;
    private final RunClock clock;
    private final RunLog log;
    private final ServerClock serverClock;
    private final CallOptions options;
    private @Nullable RunLease lease;
    private List<HeldPosition> decidedBy = List.of();
    private boolean hasTurn;
    private boolean waitsForNone;
    private Instant heldUntil = Instant.MIN;

    AccountCalls(
            long accountId,
            ClearStreet clearStreet,
            Settings settings,
            RateLimit rateLimit,
            RunClock clock,
            RunLog log,
            CallOptions options) {
        this.accountId = accountId;
        this.clearStreet = clearStreet;
        this.settings = settings;
        this.rateLimit = rateLimit;
        this.clock = clock;
        this.log = log;
        this.options = options;
        this.serverClock = new ServerClock(settings.clockSkew());
    }

    /** From now on whatever is sent is written down under this lease. */
    void under(RunLease newLease) {
        lease = newLease;
    }

    /** The next request that changes something is about these positions. */
    void decidedBy(List<HeldPosition> positions) {
        decidedBy = positions;
    }

    long accountId() {
        return accountId;
    }

    ServerClock serverClock() {
        return serverClock;
    }

    /** The server's time now, or this machine's if that is earlier: nothing must seem older than it is. */
    Instant serverNow() {
        Instant ours = clock.shownNow();
        return serverClock.at(ours).filter(ours::isAfter).orElse(ours);
    }

    ApiResponse<List<Position>> positionsPage(GetPositionsQuery query, boolean isLater) {
        return page(isLater, options -> positions(options).getPositionsPage(accountId, query));
    }

    ApiResponse<List<Order>> ordersPage(GetOrdersQuery query, boolean isLater) {
        return page(isLater, options -> orders(options).getOrdersPage(accountId, query));
    }

    ApiResponse<List<Execution>> executionsPage(GetExecutionsQuery query, boolean isLater) {
        return page(isLater, options -> orders(options).getExecutionsPage(accountId, query));
    }

    /** The rows are those of the last look: the guards measure them, so that no read comes between it and the close. */
    ApiResponse<List<Order>> closePositions(boolean cancelOrders, List<Position> rows) {
        return send(options ->
                positions(options.withPositionsMeasured(rows)).closePositions(accountId, request(cancelOrders)));
    }

    ApiResponse<List<Order>> closePosition(String instrumentId, boolean cancelOrders, List<Position> rows) {
        return send(options -> positions(options.withPositionsMeasured(rows))
                .closePosition(accountId, instrumentId, request(cancelOrders)));
    }

    ApiResponse<List<Order>> submitOrders(List<NewOrder> newOrders) {
        return send(options -> orders(options).submitOrders(accountId, newOrders));
    }

    ApiResponse<List<Order>> cancelAllOpenOrders() {
        return send(options -> orders(options).cancelAllOpenOrders(accountId));
    }

    ApiResponse<Order> cancelOpenOrder(String orderId) {
        return send(options -> orders(options).cancelOpenOrder(accountId, orderId));
    }

    /** Ends the run if its client was closed: nothing can be read or sent any more. */
    void checkOpen() {
        if (clearStreet.isClosed()) {
            throw new StopRun(
                    StopReason.CLIENT_CLOSED,
                    "The client was closed. Orders that are listed as open stay open; flatten again with an open client.");
        }
    }

    /** How long the server asked this account to wait; zero if it did not. */
    Duration heldFor() {
        Instant now = clock.now();
        return Duration.between(now, latest(heldUntil, now));
    }

    /** Waits for the turn of the next request, so that what is decided after that is sent at once. */
    void awaitTurn() {
        if (hasTurn) {
            return;
        }
        Duration turn = rateLimit.reserve();
        if (!waitsForNone && !turn.isZero()) {
            clock.pause(turn);
        }
        hasTurn = true;
    }

    /**
     * Waits for the turn of the first request of the work, and does the work without further turns: no wait comes between
     * the last look and what it leads to.
     */
    <T> T withoutWaiting(Supplier<T> work) {
        awaitTurn();
        waitsForNone = true;
        try {
            return work.get();
        } finally {
            waitsForNone = false;
        }
    }

    private <T> ApiResponse<T> page(boolean isLater, Function<CallOptions, ApiResponse<T>> call) {
        for (int attempt = isLater ? 1 : PAGE_ATTEMPTS; ; attempt++) {
            try {
                return send(call);
            } catch (ClearStreetException e) {
                boolean refused = e instanceof RejectedException;
                if (waitsForNone
                        || attempt == PAGE_ATTEMPTS
                        || refused
                        || clearStreet.isClosed()
                        || !heldFor().isZero()) {
                    throw e;
                }
            }
            clock.pause(settings.firstPoll());
        }
    }

    private <T> ApiResponse<T> send(Function<CallOptions, ApiResponse<T>> call) {
        clock.check();
        awaitTurn();
        hasTurn = false;
        try {
            ApiResponse<T> response = call.apply(decided(options.withDeadline(clock.timeOfCall())));
            log.request(response.requestId());
            serverClock.measure(response, clock.shownNow());
            return response;
        } catch (ClearStreetException e) {
            log.request(e.requestId());
            e.retryAfter().ifPresent(wait -> hold(e, wait));
            throw e;
        }
    }

    private CallOptions decided(CallOptions undecided) {
        if (lease == null) {
            return undecided;
        }
        lease.extend();
        return undecided.withDecision(lease.decision(decidedBy, serverClock.at(clock.shownNow())));
    }

    /** What a server asks for is a wish of this account's, and may be nonsense. */
    private void hold(ClearStreetException e, Duration wait) {
        Duration epoch = Duration.between(clock.shownNow(), Instant.EPOCH.plus(wait));
        boolean isMoment = wait.compareTo(NONSENSE) > 0 && epoch.abs().compareTo(NONSENSE) < 0;
        Duration wish = isMoment ? epoch : wait.compareTo(NONSENSE) > 0 ? settings.slowestPoll() : wait;
        Duration held = wish.compareTo(LONGEST_HOLD) < 0 ? wish : LONGEST_HOLD;
        if (!held.isNegative() && !held.isZero()) {
            heldUntil = latest(heldUntil, clock.now().plus(held));
            log.trouble("the server asked to wait " + wait.toSeconds() + " s (" + e.operation() + " was answered with "
                    + e.status().orElse(0) + "); waited until "
                    + clock.shown(heldUntil).truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private static Instant latest(Instant first, Instant second) {
        return first.isAfter(second) ? first : second;
    }

    private Positions positions(CallOptions options) {
        return clearStreet.positions().withOptions(options);
    }

    private Orders orders(CallOptions options) {
        return clearStreet.orders().withOptions(options);
    }

    private static ClosePositionsRequest request(boolean cancelOrders) {
        return ClosePositionsRequest.builder().cancelOrders(cancelOrders).build();
    }
}
