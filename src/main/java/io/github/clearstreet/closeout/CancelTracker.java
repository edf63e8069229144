package io.github.clearstreet.closeout;

import io.github.clearstreet.model.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run did to make open orders go away. Not thread-safe. */
final class CancelTracker {
    private final int attempts;
    private final Duration patience;
    private final Duration usual;
    private final Map<String, Cancel> byOrder = new HashMap<>();

    /**
     * @param attempts how many requests there were
     * @param earlier what was known before the latest of them
     */
    private record Cancel(int attempts, Instant latestAt, Optional<String> refusal, Optional<Cancel> earlier) {}

    /**
     * @param attempts how often an order is cancelled at most
     * @param patience how long an order may take to go away before it is cancelled again
     * @param usual how long it takes as a rule
     */
    CancelTracker(int attempts, Duration patience, Duration usual) {
        this.attempts = attempts;
        this.patience = patience;
        this.usual = usual;
    }

    /** Picks the orders that a cancel should be sent for now. */
    List<OrderState> due(List<OrderState> open, Instant now) {
        return open.stream().filter(order -> isDue(order, now)).toList();
    }

    private boolean isDue(OrderState order, Instant now) {
        String id = order.id().orElse(null);
        if (id == null) {
            return false;
        }
        if (!byOrder.containsKey(id)
                && order.status().filter(OrderStatus.PENDING_CANCEL::equals).isPresent()) {
            byOrder.put(
                    id,
                    new Cancel(0, now, Optional.empty(), Optional.empty())); // somebody else has asked for it already
        }
        Cancel cancel = byOrder.get(id);
        return cancel == null
                || (cancel.refusal().isEmpty()
                        && cancel.attempts() < attempts
                        && !now.isBefore(cancel.latestAt().plus(patience)));
    }

    void requested(String id, Instant now) {
        Optional<Cancel> earlier = Optional.ofNullable(byOrder.get(id));
        int before = earlier.map(Cancel::attempts).orElse(0);
        byOrder.put(id, new Cancel(before + 1, now, Optional.empty(), earlier));
    }

    /** The latest request was not carried out, does not count, and may be repeated at once. */
    void notRequested(String id) {
        Optional.ofNullable(byOrder.remove(id)).flatMap(Cancel::earlier).ifPresent(earlier -> byOrder.put(id, earlier));
    }

    void refused(String id, Instant now, String message) {
        byOrder.put(id, new Cancel(attempts, now, Optional.of(message), Optional.empty()));
    }

    /** True while the order can be expected to go away, or can be cancelled once more. */
    boolean mayGoAway(OrderState order, Instant now) {
        Cancel cancel = order.id().map(byOrder::get).orElse(null);
        if (order.id().isEmpty()) {
            return false;
        }
        return cancel == null
                || (cancel.refusal().isEmpty()
                        && (cancel.attempts() < attempts
                                || now.isBefore(cancel.latestAt().plus(patience))));
    }

    /** As {@link #mayGoAway}, but for no longer than it takes as a rule. */
    boolean goesAwaySoon(OrderState order, Instant now) {
        Cancel cancel = order.id().map(byOrder::get).orElse(null);
        return order.id().isPresent()
                && (cancel == null
                        || (cancel.refusal().isEmpty()
                                && now.isBefore(cancel.latestAt().plus(usual))));
    }

    /** True for as long after a first cancel as an order takes to go away as a rule. */
    boolean areNew(List<OrderState> open, Instant now) {
        return open.stream()
                .flatMap(order -> order.id().map(byOrder::get).stream())
                .anyMatch(cancel -> cancel.refusal().isEmpty()
                        && cancel.attempts() <= 1
                        && now.isBefore(cancel.latestAt().plus(usual)));
    }

    Optional<String> refusal(OrderState order) {
        return order.id().map(byOrder::get).flatMap(Cancel::refusal);
    }
}
