package io.github.clearstreet.closeout;

import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.PageReader.IncompleteException;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import io.github.clearstreet.model.OrderStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the account into what the run knows of it. Not thread-safe. */
final class AccountReader {
    private static final Pattern MARKET_CLOSED =
            Pattern.compile("market\\b.*\\b(closed|not open)|(closed|not open)\\b.*\\bmarket|outside\\b.*\\bhours");
    private static final Pattern HALTED =
            Pattern.compile("\\bhalt|\\bluld\\b|\\bpaused?\\b|\\bsuspended\\b|limit up|limit down");
    private static final int REFUSED_READS = 5;
    private static final int REFUSED_AT_FIRST = 2;
    private static final Set<Integer> NO_ACCESS = Set.of(401, 403);

    private final AccountCalls calls;
    private final AccountState state;
    private final Settings settings;
    private final RunClock clock;
    private final RunLog log;
    private final OrdersRead orders;
    private final FillsRead fills;
    private boolean begun;
    private int refusals;
    private Instant positionsAskedAt = Instant.MIN;
    private Instant refusedSince = Instant.MAX;

    AccountReader(AccountCalls calls, AccountState state, Settings settings, RunClock clock, RunLog log) {
        this.calls = calls;
        this.state = state;
        this.settings = settings;
        this.clock = clock;
        this.log = log;
        this.orders = new OrdersRead(calls, state.orders(), settings, clock);
        this.fills = new FillsRead(calls, state, settings, clock, log);
    }

    /** Fills that an earlier run saw in the positions. */
    void alreadyExplained(Map<String, BigDecimal> explained) {
        fills.alreadyExplained(explained);
    }

    static boolean saysMarketIsClosed(String text) {
        return MARKET_CLOSED.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    static boolean saysHalted(String text) {
        return HALTED.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * Reads orders first, executions second and positions last: no positions then means flat, if the orders were done.
     *
     * @return false if it failed; then nothing may be decided
     */
    boolean everything() {
        try {
            readOrders();
            fills.refresh(orders, this::tell);
            fills.trackTraded();
            state.fillsRead();
            positionsAskedAt = clock.now();
            state.read(PositionList.of(calls), clock.now());
            fills.holdBackWhatMayLag();
            judgeOrders();
        } catch (ClearStreetException | IncompleteException e) {
            failed(e);
            return false;
        }
        begun = true;
        refusals = 0;
        log.noTrouble();
        log.addOnce(
                Kind.READ,
                summary(),
                state.held().stream()
                        .flatMap(position -> position.rows().stream())
                        .toList());
        return true;
    }

    /**
     * Reads positions once more, because one read is none.
     *
     * @return false if it failed, or found something else than before; then nothing may be decided
     */
    boolean positionsAgain() {
        try {
            positionsAskedAt = clock.now();
            PositionList positions = PositionList.of(calls);
            boolean agrees = state.agrees(positions);
            state.read(positions, clock.now());
            return agrees;
        } catch (ClearStreetException | IncompleteException e) {
            failed(e);
            return false;
        }
    }

    /**
     * The last look before a close: an order may have come since.
     *
     * @return false if it failed; then nothing may be decided
     */
    boolean ordersAgain() {
        try {
            readOrders();
            state.fillsRead();
            judgeOrders();
            return true;
        } catch (ClearStreetException | IncompleteException e) {
            failed(e);
            return false;
        }
    }

    /** True if executions have to be read, in the next look, before an id is made of the latest. */
    boolean fillsAreOld() {
        return fills.areOld();
    }

    /** How old the positions may be by now. */
    Duration ageOfPositions() {
        return Duration.between(positionsAskedAt, clock.now());
    }

    private void readOrders() {
        Instant beganAt = clock.now();
        state.looking(clock.shown(beganAt));
        orders.refresh(this::tell);
        orders.byIds(state.idsToFind(), this::tell);
        state.claimFound();
        for (String news : state.unresolved().looked(beganAt, state.orders())) {
            log.add(Kind.RESOLVED, news);
        }
    }

    /** At once: the tracker knows these changes now, and will not show them again if a later read fails. */
    private void tell(List<OrderState> changed) {
        if (!changed.isEmpty()) {
            clock.pollOften();
        }
        // Of those from before the run only the open ones are news.
        changed.stream().filter(order -> begun || order.canFill()).forEach(log::add);
    }

    /** Only when the positions have been read: whose order it is depends on them. */
    private void judgeOrders() {
        state.claimOrders();
        for (TrackedPosition position : state.held()) {
            for (String id : List.copyOf(position.orders())) {
                state.orders()
                        .order(id)
                        .filter(order -> order.status()
                                .filter(OrderStatus.REJECTED::equals)
                                .isPresent())
                        .ifPresent(order -> rejected(position, id, order));
            }
        }
        for (OrderState order : state.foreignOrders()) {
            if (state.orders().isProbablyOver(order) && !state.mayStillBeCancelled(order, clock.now())) {
                state.orders().assumeOver(order, "it was not touched for a day and does not go away");
            }
        }
    }

    private void rejected(TrackedPosition position, String id, OrderState order) {
        if (!position.isNews(id)) {
            return;
        }
        String details = String.join("; ", order.details());
        if (saysHalted(details)) {
            position.notClosedBy(id);
            position.haltedUntil(clock.now(), details);
            return;
        }
        if (ClosingOrders.isOne(order) && !position.isOwnOrderRefused() && !saysMarketIsClosed(details)) {
            position.notClosedBy(id);
            position.serverSaid(details);
            position.refuseOwnOrder();
            log.add(
                    Kind.REJECTED,
                    "its own closing order was rejected, so that the broker is asked to close it: " + order);
            return;
        }
        String text = "its closing order was rejected" + (details.isEmpty() ? "" : " (" + details + ")") + ": " + order;
        position.giveUp(saysMarketIsClosed(details) ? StopReason.MARKET_CLOSED : StopReason.ORDER_REJECTED, text);
        log.add(Kind.GIVEN_UP, position.before().symbol() + ": " + text);
    }

    private String summary() {
        String held = state.held().stream()
                .flatMap(position -> position.rows().stream())
                .map(HeldPosition::toString)
                .collect(Collectors.joining(", "));
        return "positions: " + (held.isEmpty() ? "none" : held) + "; open orders: "
                + state.orders().open().size()
                + (state.problems().isEmpty() ? "" : "; " + String.join("; ", state.problems()));
    }

    private void failed(RuntimeException e) {
        log.addOnce(Kind.READ_FAILED, String.valueOf(e.getMessage()));
        if (calls.heldFor().isZero()) {
            log.trouble("the latest read failed: " + e.getMessage());
        }
        state.countFlatRead(false);
        calls.checkOpen();
        if (!(e instanceof RejectedException rejected) || RequestSender.mayPass(rejected)) {
            refusals = 0;
            return;
        }
        refusedSince = refusals == 0 ? clock.now() : refusedSince;
        refusals++;
        boolean stays = refusals >= REFUSED_READS && !clock.isBefore(refusedSince.plus(settings.lateExecutionWindow()));
        boolean noAccess = NO_ACCESS.contains(rejected.status().orElse(0));
        if ((!begun && (noAccess || refusals >= REFUSED_AT_FIRST)) || stays) {
            throw new StopRun(StopReason.REQUEST_REJECTED, "A read was refused: " + e.getMessage());
        }
    }
}
