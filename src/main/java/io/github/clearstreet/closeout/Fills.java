package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has been bought and sold, by two witnesses: the orders, and the executions. Either may be behind, so of each order the
 * one counts that saw more. Not thread-safe.
 */
final class Fills {
    private final OrderTracker orders;
    private final Map<String, Fill> executions = new LinkedHashMap<>();
    private final ByInstrument<Fill> byInstrument = new ByInstrument<>();

    private final Set<String> before = new HashSet<>();
    private final Set<String> ordersBefore = new HashSet<>();
    private boolean begun;

    Fills(OrderTracker orders) {
        this.orders = orders;
    }

    /** From now on what is executed is so during the run. */
    void begun() {
        if (!begun) {
            begun = true;
            before.addAll(executions.keySet());
            executions.values().forEach(fill -> ordersBefore.add(fill.orderId()));
        }
    }

    /** True if what was executed during the run, one after the other, led to the other side of zero. */
    boolean crossedZero(HeldPosition start) {
        BigDecimal quantity = start.quantity();
        List<Fill> during = executionsOf(start)
                .filter(fill -> !before.contains(fill.id()))
                .sorted(Comparator.comparing(Fill::at))
                .toList();
        for (Fill fill : during) {
            quantity = quantity.add(fill.signed());
            if (quantity.signum() * start.quantity().signum() < 0) {
                return true;
            }
        }
        return false;
    }

    /** Takes executions and returns the ids of those orders among them that nobody has heard of. */
    List<String> add(Collection<Fill> read) {
        for (Fill fill : read) {
            if (executions.putIfAbsent(fill.id(), fill) == null) {
                byInstrument.put(fill.id(), fill.instrumentId() == null ? fill.symbol() : fill.instrumentId(), fill);
            }
        }
        return read.stream()
                .map(Fill::orderId)
                .distinct()
                .filter(id -> !orders.knows(id))
                .toList();
    }

    /** What each order has bought or sold of this instrument, by its id; sold is negative. */
    Map<String, BigDecimal> of(HeldPosition position) {
        Map<String, BigDecimal> fills = executed(position);
        for (OrderState order : orders.concerning(position)) {
            BigDecimal filled = order.signedFills();
            if (filled.signum() != 0 && order.id().isPresent() && !order.namesNoInstrument()) {
                fills.merge(order.id().get(), filled, Fills::further);
            }
        }
        return fills;
    }

    /**
     * As {@link #of}, with the orders of one close taken together: a parent and its children report the same fills, so when
     * they are larger than what was closed, they count once. Whether other orders that came up since a close are children of
     * its order as well can only be told by the executions, and these may be behind: hence several totals.
     */
    FilledTotal total(HeldPosition position, List<TrackedPosition.Close> closes) {
        Map<String, BigDecimal> fills = of(position);
        Map<String, BigDecimal> executed = executed(position);
        Set<String> taken = new HashSet<>();
        closes.forEach(close -> taken.addAll(close.orders()));
        BigDecimal separate = sum(fills, fills.keySet());
        BigDecimal closed = BigDecimal.ZERO;
        for (int i = closes.size() - 1; i >= 0; i--) {
            Set<String> own = closes.get(i).orders();
            BigDecimal once = once(closes.get(i), fills, executed);
            Set<String> family = new HashSet<>(own);
            family.addAll(beside(closes.get(i), fills, once.signum(), taken));
            separate = separate.subtract(sum(fills, own)).add(once);
            if (closes.get(i).isOfThisRun()) {
                taken.addAll(family);
                closed = closed.add(further(once, sum(executed, family)));
            } else {
                taken.removeAll(own);
            }
        }
        Set<String> others = new HashSet<>(fills.keySet());
        others.removeAll(taken);
        return new FilledTotal(separate, closed, sum(fills, others));
    }

    /** True if executions add up to the whole order. */
    boolean haveAllOf(OrderState order) {
        BigDecimal executed = executions.values().stream()
                .filter(fill -> order.id().filter(fill.orderId()::equals).isPresent())
                .map(fill -> fill.signed().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return order.quantity()
                .filter(ordered -> ordered.signum() > 0 && executed.compareTo(ordered) >= 0)
                .isPresent();
    }

    private BigDecimal once(
            TrackedPosition.Close close, Map<String, BigDecimal> fills, Map<String, BigDecimal> executed) {
        Set<String> ids = close.orders();
        List<BigDecimal> each =
                ids.stream().map(fills::get).filter(Objects::nonNull).toList();
        if (each.size() < 2 || ordered(ids).compareTo(close.quantity()) <= 0) {
            return sum(fills, ids);
        }
        return further(each.stream().reduce(BigDecimal.ZERO, Fills::further), sum(executed, ids));
    }

    /** Orders that traded the same way since the close, and are of no other close. */
    private Set<String> beside(
            TrackedPosition.Close close, Map<String, BigDecimal> fills, int sign, Set<String> taken) {
        Set<String> beside = new HashSet<>();
        fills.forEach((id, filled) -> {
            if (sign != 0
                    && filled.signum() == sign
                    && !taken.contains(id)
                    && !close.before().contains(id)
                    && !ordersBefore.contains(id)) {
                beside.add(id);
            }
        });
        return beside;
    }

    private static BigDecimal sum(Map<String, BigDecimal> quantities, Collection<String> ids) {
        return ids.stream()
                .map(id -> quantities.getOrDefault(id, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Names the latest fill in this instrument, the same for everybody who sees it; "none" if there was none. */
    String latestId(HeldPosition position) {
        return executionsOf(position)
                .max(Comparator.comparing(Fill::at).thenComparing(Fill::id))
                .map(Fill::id)
                .or(() -> orders.concerning(position).stream()
                        .filter(order -> order.signedFills().signum() != 0)
                        .max(Comparator.comparing(
                                        (OrderState order) -> order.updatedAt().orElse(Instant.EPOCH))
                                .thenComparing(order -> order.id().orElse("")))
                        .map(order -> order.id().orElse("") + "/"
                                + order.signedFills().stripTrailingZeros().toPlainString()))
                .orElse("none");
    }

    private BigDecimal ordered(Set<String> ids) {
        return ids.stream()
                .flatMap(id -> orders.order(id).flatMap(OrderState::quantity).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * When this instrument was last traded towards zero, by either witness; empty if it was not since that moment.
     *
     * @param explained fills of orders that are known to be in the positions
     */
    Optional<Instant> latestChange(HeldPosition position, Instant since, Map<String, BigDecimal> explained) {
        List<Instant> times = new ArrayList<>();
        Map<String, BigDecimal> executed = executed(position);
        Map<String, BigDecimal> all = of(position);
        executionsOf(position)
                .filter(fill -> position.quantity().signum() * fill.signed().signum() <= 0
                        && isNew(fill.orderId(), all, explained))
                .map(Fill::at)
                .forEach(times::add);
        for (OrderState order : orders.concerning(position)) {
            String id = order.id().orElse("");
            boolean unseen = executed.getOrDefault(id, BigDecimal.ZERO)
                            .abs()
                            .compareTo(order.signedFills().abs())
                    < 0;
            if (unseen
                    && position.quantity().signum() * order.signedFills().signum() <= 0
                    && isNew(id, all, explained)) {
                order.updatedAt().ifPresent(times::add);
            }
        }
        return times.stream().filter(at -> !at.isBefore(since)).max(Comparator.naturalOrder());
    }

    /** Instruments that were traded since that moment. */
    List<HeldPosition> tradedSince(Instant since) {
        List<HeldPosition> traded = new ArrayList<>();
        executions.values().stream()
                .filter(fill -> !fill.at().isBefore(since))
                .forEach(fill -> add(traded, fill.instrumentId(), fill.symbol()));
        orders.all().stream()
                .filter(order -> order.signedFills().signum() != 0 && order.changedSince(since))
                .forEach(order -> add(
                        traded,
                        order.instrumentId().orElse(null),
                        order.symbol().orElse(null)));
        return traded;
    }

    Map<String, BigDecimal> everything() {
        Map<String, BigDecimal> all = new HashMap<>();
        executions.values().forEach(fill -> all.merge(fill.orderId(), fill.signed(), BigDecimal::add));
        orders.all().forEach(order -> order.id().ifPresent(id -> all.merge(id, order.signedFills(), Fills::further)));
        return all;
    }

    private static void add(List<HeldPosition> traded, @Nullable String instrumentId, @Nullable String symbol) {
        String id = instrumentId == null ? symbol : instrumentId;
        if (id != null && traded.stream().noneMatch(known -> HeldPosition.isNamed(known.instrumentId(), id))) {
            traded.add(HeldPosition.of(id, symbol == null ? id : symbol, BigDecimal.ZERO));
        }
    }

    private static boolean isNew(String id, Map<String, BigDecimal> all, Map<String, BigDecimal> explained) {
        BigDecimal before = explained.get(id);
        return before == null || before.compareTo(all.getOrDefault(id, BigDecimal.ZERO)) != 0;
    }

    private Map<String, BigDecimal> executed(HeldPosition position) {
        Map<String, BigDecimal> executed = new LinkedHashMap<>();
        executionsOf(position).forEach(fill -> executed.merge(fill.orderId(), fill.signed(), BigDecimal::add));
        return executed;
    }

    private Stream<Fill> executionsOf(HeldPosition position) {
        return byInstrument.maybeOf(position).stream().filter(fill -> isOf(fill, position));
    }

    private boolean isOf(Fill fill, HeldPosition position) {
        return fill.isOf(position)
                || (fill.namesNoInstrument()
                        && orders.order(fill.orderId())
                                .filter(order -> !order.namesNoInstrument() && position.concerns(order))
                                .isPresent());
    }

    private static BigDecimal further(BigDecimal one, BigDecimal other) {
        return one.abs().compareTo(other.abs()) >= 0 ? one : other;
    }
}
