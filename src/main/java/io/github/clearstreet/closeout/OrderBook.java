package io.github.clearstreet.closeout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every order of the account that a run has heard of, as it was last read. Not thread-safe. */
final class OrderBook {
    private final Map<String, OrderState> byId = new LinkedHashMap<>();
    private final Set<String> ours = new LinkedHashSet<>();
    private List<OrderState> withoutId = List.of();

    /** Takes what was read and returns the orders that are new here, or not as they were. */
    List<OrderState> update(Collection<OrderState> read) {
        List<OrderState> changed = new ArrayList<>();
        for (OrderState order : read) {
            String id = order.id().orElse(null);
            if (id != null) {
                OrderState before = byId.put(id, order);
                if (before == null || !before.toString().equals(order.toString())) {
                    changed.add(order);
                }
            }
        }
        return changed;
    }

    /** Takes a list of all orders that may be open. Those that cannot be named are known only as long as they are in it. */
    List<OrderState> updateAll(Collection<OrderState> read) {
        withoutId = read.stream()
                .filter(order -> order.id().isEmpty() && order.canFill())
                .toList();
        return update(read);
    }

    boolean hasOrdersWithoutId() {
        return !withoutId.isEmpty();
    }

    /** Counts this order as made by the run. */
    void addOurs(String id) {
        ours.add(id);
    }

    boolean isOurs(OrderState order) {
        return order.id().filter(ours::contains).isPresent();
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

    List<OrderState> all() {
        return List.copyOf(byId.values());
    }

    /** Everything that may still fill, with and without an id. */
    List<OrderState> open() {
        List<OrderState> open = new ArrayList<>(withoutId);
        byId.values().stream().filter(OrderState::canFill).forEach(open::add);
        return open;
    }

    List<OrderState> ours() {
        return ours.stream().flatMap(id -> order(id).stream()).toList();
    }
}
