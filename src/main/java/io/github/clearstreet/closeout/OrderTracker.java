package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every order of the account that a run has heard of, as it was last read, and whose it is. Not thread-safe. */
final class OrderTracker {
    private final long accountId;
    private final Map<String, OrderState> byId = new LinkedHashMap<>();
    private final ByInstrument<OrderState> byInstrument = new ByInstrument<>();
    private final Map<String, String> byClientId = new HashMap<>();
    private final Set<String> ours = new LinkedHashSet<>();
    private final Map<String, String> over = new LinkedHashMap<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private @Nullable List<OrderState> openNow;
    private final Set<String> suspects = new LinkedHashSet<>();
    private final Set<String> seenFilling = new LinkedHashSet<>();
    private boolean begun;
    private List<OrderState> withoutId = List.of();

    OrderTracker(long accountId) {
        this.accountId = accountId;
    }

    /**
     * Takes what was read and returns the orders that are new here, or not as they were.
     *
     * @param now by the server's clock
     */
    List<OrderState> update(Collection<OrderState> read, Instant now) {
        openNow = null;
        List<OrderState> changed = new ArrayList<>();
        for (OrderState order : read) {
            String id = order.id().orElse(null);
            if (order.isOfAnotherAccount(accountId)) {
                refused.add("an order of another account came and was refused: " + order);
            } else if (id != null) {
                OrderState before = byId.put(id, order);
                byInstrument.put(id, order.instrumentId().or(order::symbol).orElse(null), order);
                order.clientOrderId().ifPresent(clientId -> byClientId.put(key(clientId), id));
                BigDecimal filledBefore = before == null ? BigDecimal.ZERO : before.signedFills();
                if (begun && order.signedFills().compareTo(filledBefore) != 0) {
                    seenFilling.add(id);
                }
                if (before == null || !before.toString().equals(order.toString())) {
                    changed.add(order);
                }
                if (!begun && order.life().isProbablyOver(now)) {
                    suspects.add(id); // as it was before anything was done to it
                }
                if (order.life().isOfAPastDay(now)) {
                    assumeOver(order, "it was for a day that is over");
                }
            }
        }
        return changed;
    }

    /** Takes a list of all orders that may be open. Those that cannot be named are known only as long as they are in it. */
    List<OrderState> updateAll(Collection<OrderState> read, Instant now) {
        withoutId = read.stream()
                .filter(order -> order.id().isEmpty()
                        && !order.isOfAnotherAccount(accountId)
                        && order.canFill()
                        && !order.life().isOfAPastDay(now))
                .toList();
        return update(read, now);
    }

    /** From now on what fills does so during the run. */
    void begun() {
        begun = true;
    }

    boolean wasSeenFilling(OrderState order) {
        return order.id().filter(seenFilling::contains).isPresent();
    }

    boolean hasOrdersWithoutId() {
        return !withoutId.isEmpty();
    }

    /** From now on the order counts as one that cannot fill, although it does not say so. */
    void assumeOver(OrderState order, String why) {
        openNow = null;
        order.id()
                .ifPresent(id -> over.putIfAbsent(
                        id, "assumed that this order cannot fill any more, because " + why + ": " + order));
    }

    /** True if it was probably over when the run began. */
    boolean isProbablyOver(OrderState order) {
        return order.id().filter(suspects::contains).isPresent();
    }

    /** What is assumed, and what was refused, in words for people. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(over.values());
        remarks.addAll(refused);
        return remarks;
    }

    /** Counts this order as made by the run. */
    void addOurs(String id) {
        ours.add(id);
    }

    boolean isOurs(OrderState order) {
        return order.id().filter(ours::contains).isPresent();
    }

    /** The order that was submitted under this id of a client's. */
    Optional<OrderState> withClientId(String id) {
        return Optional.ofNullable(byClientId.get(key(id))).flatMap(this::order);
    }

    private static String key(String clientId) {
        return clientId.toLowerCase(Locale.ROOT);
    }

    boolean knows(String id) {
        return byId.containsKey(id);
    }

    Set<String> ids() {
        return Set.copyOf(byId.keySet());
    }

    Optional<OrderState> order(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those that are about the position, or may be. */
    List<OrderState> concerning(HeldPosition position) {
        return byInstrument.maybeOf(position).stream()
                .filter(position::concerns)
                .toList();
    }

    List<OrderState> all() {
        return List.copyOf(byId.values());
    }

    /** Everything that may still fill, with and without an id. */
    List<OrderState> open() {
        List<OrderState> known = openNow;
        if (known == null) {
            known = findOpen();
            openNow = known;
        }
        return known;
    }

    private List<OrderState> findOpen() {
        List<OrderState> open = new ArrayList<>(withoutId);
        byId.forEach((id, order) -> {
            if (order.canFill() && !over.containsKey(id)) {
                open.add(order);
            }
        });
        return open;
    }

    List<OrderState> ours() {
        return ours.stream().flatMap(id -> order(id).stream()).toList();
    }
}
