package io.github.clearstreet.closeout;

import io.github.clearstreet.model.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run knows of its account. Not thread-safe. */
final class AccountState {
    private final long accountId;
    private final FlattenOptions options;
    private final Settings settings;
    private final OrderTracker orders;
    private final Fills fills;
    private final Map<String, TrackedPosition> tracked = new LinkedHashMap<>();
    private final UnresolvedRequests unresolved = new UnresolvedRequests();
    private final CancelTracker cancels;
    private final Map<String, OrderState> cancelled = new LinkedHashMap<>();
    private final Map<String, Instant> followedSince = new HashMap<>();
    private final Set<String> idsToFind = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private List<String> problems = List.of();
    private boolean positionsAreCurrent;
    private @Nullable PositionList latestRead;
    private @Nullable Map<String, BigDecimal> confirmedFills;
    private @Nullable Instant unreadableSince;
    private boolean closeAllIsRefused;
    private int flatReads;
    private Instant lookedAt = Instant.MIN;

    AccountState(long accountId, FlattenOptions options, Settings settings) {
        this.accountId = accountId;
        this.options = options;
        this.settings = settings;
        this.orders = new OrderTracker(accountId);
        this.fills = new Fills(orders);
        this.cancels =
                new CancelTracker(options.maxCloseAttempts(), settings.lateExecutionWindow(), settings.slowestPoll());
    }

    OrderTracker orders() {
        return orders;
    }

    Fills fills() {
        return fills;
    }

    UnresolvedRequests unresolved() {
        return unresolved;
    }

    CancelTracker cancels() {
        return cancels;
    }

    // ---- Positions

    void read(PositionList positions, Instant now) {
        problems = positions.problems();
        remarks.addAll(positions.leftOut());
        positionsAreCurrent = true;
        boolean confirmed = problems.isEmpty() && agrees(positions);
        latestRead = positions;
        positions.held().forEach((id, rows) -> tracked(id, rows).read(rows, fills, now));
        tracked.forEach((id, position) -> {
            if (!positions.held().containsKey(id)) {
                if (positions.mayHold(id)) {
                    position.readAsUnknown();
                } else {
                    position.read(List.of(), fills, now);
                }
            }
        });
        // What a stale read agrees with is not in the positions yet, and the next run must not take it for that.
        if (confirmed
                && tracked.values().stream()
                        .allMatch(position -> isExplained(position) && !now.isBefore(position.heldUntil()))) {
            confirmedFills = fills.everything();
        }
        boolean unreadable = !problems.isEmpty() || orders.open().stream().anyMatch(OrderState::isUnreadable);
        unreadableSince = !unreadable ? null : unreadableSince == null ? now : unreadableSince;
    }

    /** An instrument that orders named by its symbol alone, before it was seen to be held by its id, is one and not two. */
    private TrackedPosition tracked(String id, List<HeldPosition> rows) {
        TrackedPosition known = tracked.get(id);
        if (known != null) {
            return known;
        }
        String symbol = rows.get(0).symbol();
        tracked.values()
                .removeIf(other -> other.rowsBefore().isEmpty()
                        && HeldPosition.isNamed(other.before().instrumentId(), symbol));
        TrackedPosition added = track(rows);
        tracked.put(id, added);
        return added;
    }

    private TrackedPosition track(List<HeldPosition> rows) {
        HeldPosition first = rows.get(0);
        HeldPosition whole = rows.size() == 1
                ? first
                : HeldPosition.of(first.instrumentId(), first.symbol(), HeldPosition.net(rows));
        return new TrackedPosition(whole, rows, expected(whole));
    }

    /** What comes up later was not held when two reads said so. */
    private ExpectedQuantity expected(HeldPosition position) {
        ExpectedQuantity expected = new ExpectedQuantity(settings.positionLag());
        Map<String, BigDecimal> confirmed = confirmedFills;
        if (confirmed != null) {
            expected.startFromNothing(fillsOf(position).keySet().stream()
                    .map(id -> confirmed.getOrDefault(id, BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return expected;
    }

    /** Orders or executions were read: what they say has to show in the positions. */
    void fillsRead() {
        tracked.values().forEach(position -> position.expected().fillsRead(position.filled(fills)));
    }

    /** Instruments that were traded but are not held, as far as positions say. */
    void trackTraded(Instant since) {
        for (HeldPosition traded : fills.tradedSince(since)) {
            boolean known = tracked.values().stream()
                    .anyMatch(position -> HeldPosition.isNamed(position.before().instrumentId(), traded.instrumentId())
                            || HeldPosition.isNamed(position.before().symbol(), traded.symbol()));
            if (!known && isNews(traded)) {
                tracked.put(
                        HeldPosition.oneSpelling(traded.instrumentId()),
                        new TrackedPosition(traded, List.of(), expected(traded)));
            }
        }
    }

    private boolean isNews(HeldPosition traded) {
        Map<String, BigDecimal> confirmed = confirmedFills;
        return confirmed == null
                || fillsOf(traded).entrySet().stream()
                        .anyMatch(fill ->
                                fill.getValue().compareTo(confirmed.getOrDefault(fill.getKey(), BigDecimal.ZERO)) != 0);
    }

    private Map<String, BigDecimal> fillsOf(HeldPosition position) {
        return fills.of(position);
    }

    /** What the fills make of what was held. */
    BigDecimal total(TrackedPosition position) {
        return position.filled(fills).separate();
    }

    /** True if the positions say what the fills make of what was held. */
    boolean isExplained(TrackedPosition position) {
        return !position.isUnknown() && position.expected().isExplained(total(position));
    }

    /** What had been filled when two reads of positions in a row said the same. */
    Map<String, BigDecimal> explainedFills() {
        return confirmedFills == null ? Map.of() : confirmedFills;
    }

    /** True if the position was on the other side of zero during the run. */
    boolean wentThroughZero(TrackedPosition position) {
        return position.wentThroughZero() || fills.crossedZero(position.before());
    }

    /** The latest read of positions as it came, for the guards to measure. */
    List<Position> latestRows() {
        return latestRead == null ? List.of() : latestRead.rows();
    }

    /** True if another read of positions says what the latest one said. */
    boolean agrees(PositionList positions) {
        return latestRead != null && latestRead.agreesWith(positions);
    }

    /** A close is about to change the positions. */
    void positionsMayChange() {
        positionsAreCurrent = false;
        flatReads = 0;
    }

    boolean positionsAreCurrent() {
        return positionsAreCurrent;
    }

    /** Counts the complete reads in a row that found nothing held, after everything that could trade was over. */
    int countFlatRead(boolean flat) {
        flatReads = flat ? flatReads + 1 : 0;
        return flatReads;
    }

    List<String> problems() {
        return problems;
    }

    /** What was assumed, left out or refused, in words for people. */
    List<String> remarks() {
        Set<String> all = new LinkedHashSet<>(remarks);
        all.addAll(orders.remarks());
        return List.copyOf(all);
    }

    void remark(String remark) {
        remarks.add(remark);
    }

    /** True once something has been unreadable for so long that it will probably stay so. */
    boolean staysUnreadable(Instant now) {
        return unreadableSince != null && !now.isBefore(unreadableSince.plus(settings.lateExecutionWindow()));
    }

    List<TrackedPosition> tracked() {
        return List.copyOf(tracked.values());
    }

    List<TrackedPosition> held() {
        return tracked.values().stream().filter(TrackedPosition::isHeld).toList();
    }

    // ---- Orders

    /** All orders that may be open are being read, from this time of day on. */
    void looking(Instant timeOfDay) {
        lookedAt = timeOfDay;
    }

    Instant lookedAt() {
        return lookedAt;
    }

    /**
     * Finds the run's own orders among those that its requests may have made, and the children of its own: what came up on the
     * closing side while one of them works.
     */
    void claimOrders() {
        for (OrderState order : orders.all()) {
            if (!orders.isOurs(order)
                    && !order.isOfAnotherAccount(accountId)
                    && (unresolved.mayHaveMade(order) || isChild(order))) {
                claim(order, tracked());
            }
        }
    }

    private boolean isChild(OrderState order) {
        return order.canFill()
                && tracked.values().stream()
                        .filter(position -> position.before().concerns(order))
                        .flatMap(position -> position.ordersOfCloses().stream())
                        .anyMatch(close -> !close.before().contains(order.id().orElse(""))
                                && close.orders().stream()
                                        .anyMatch(id -> orders.order(id)
                                                .filter(parent -> parent.canFill()
                                                        && order.effect().mayWorkFor(parent))
                                                .isPresent()));
    }

    /** Looks for orders with these ids before anything else is done. */
    void findFirst(Collection<String> ids) {
        idsToFind.addAll(ids);
    }

    /** The client's ids of orders that have to be looked for. */
    List<String> idsToFind() {
        Set<String> ids = new LinkedHashSet<>(unresolved.ownIds());
        ids.addAll(idsToFind);
        return ids.stream().filter(id -> orders.withClientId(id).isEmpty()).toList();
    }

    /** Takes what was found by these ids. */
    void claimFound() {
        for (String id : idsToFind) {
            orders.withClientId(id).ifPresent(order -> claim(order, tracked()));
        }
    }

    /** Counts the order as one that closes these positions, as far as it is about them. */
    void claim(OrderState order, List<TrackedPosition> closed) {
        order.id().ifPresent(id -> {
            orders.addOurs(id);
            closed.stream()
                    .filter(position -> position.before().concerns(order))
                    .forEach(position -> position.addOrder(id));
        });
    }

    /** Orders that may fill, and were not made by this run, or were taken from it by somebody who replaced them. */
    List<OrderState> foreignOrders() {
        return orders.open().stream()
                .filter(order -> !orders.isOurs(order) || order.isReplaced())
                .toList();
    }

    /** Those of them that the run may cancel. What only closes does the run's own work: it is left alone for a while. */
    List<OrderState> ordersToCancel(Instant now) {
        return options.cancelOrders()
                ? foreignOrders().stream()
                        .filter(order -> !isFollowed(order, now))
                        .toList()
                : List.of();
    }

    /** True if somebody else's order does nothing but close a position, and is expected to be done soon. */
    boolean isFollowed(OrderState order, Instant now) {
        String id = order.id().orElse(null);
        if (id == null || order.namesNoInstrument()) {
            return false;
        }
        boolean closes = held().stream()
                .anyMatch(position -> position.rows().size() == 1
                        && position.before().concerns(order)
                        && order.effect().onlyCloses(position.now().quantity()));
        return closes
                && now.isBefore(followedSince.computeIfAbsent(id, unseen -> now).plus(settings.lateExecutionWindow()));
    }

    /** True if a cancel of an order that is probably over may still show something. */
    boolean mayStillBeCancelled(OrderState order, Instant now) {
        return options.cancelOrders() && cancels.goesAwaySoon(order, now);
    }

    /** Orders that may fill and that the run has to see the end of: of those to be kept, what this run or another one made. */
    List<OrderState> ordersToFollow() {
        return options.cancelOrders()
                ? orders.open()
                : orders.open().stream().filter(this::isOfARun).toList();
    }

    /** True for the orders of this run, and for those of another one, which may be over, or of another desk. */
    boolean isOfARun(OrderState order) {
        return orders.isOurs(order) || ClosingOrders.isOne(order);
    }

    /** A cancel of this order is about to be sent: it has to be possible to place it again. */
    void cancelling(OrderState order) {
        order.id().ifPresent(id -> cancelled.putIfAbsent(id, order));
    }

    /** The orders that are gone because this run cancelled them, as they were before. */
    List<OrderState> cancelled() {
        return cancelled.entrySet().stream()
                .filter(entry -> orders.order(entry.getKey())
                        .filter(order -> !order.canFill() && !order.isFilled())
                        .isPresent())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The server did not take a close of everything: from now on each position is closed by itself. */
    void refuseCloseAll() {
        closeAllIsRefused = true;
    }

    boolean closeAllIsRefused() {
        return closeAllIsRefused;
    }

    // ---- What can be done

    /** Says where the position stands, by what is known now. */
    PositionState state(TrackedPosition position, RunClock clock) {
        return new Obstacles(this, options, clock).state(position);
    }
}
