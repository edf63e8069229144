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
     * @param refusal what the server said to the latest
     * @param earlier what was known before the latest of them
     * @param isFinal whether no other is of any use
     */
    private record Cancel(
            int attempts, Instant latestAt, Optional<String> refusal, Optional<Cancel> earlier, boolean isFinal) {}

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
                    new Cancel(
                            0,
                            now,
                            Optional.empty(),
                            Optional.empty(),
                            false)); // somebody else has asked for it already
        }
        Cancel cancel = byOrder.get(id);
        return cancel == null
                || (!cancel.isFinal()
                        && cancel.attempts() < attempts
                        && !now.isBefore(cancel.latestAt().plus(patience)));
    }

    void requested(String id, Instant now) {
        Optional<Cancel> earlier = Optional.ofNullable(byOrder.get(id));
        int before = earlier.map(Cancel::attempts).orElse(0);
        byOrder.put(id, new Cancel(before + 1, now, Optional.empty(), earlier, false));
    }

    /** The latest request was not carried out, does not count, and may be repeated at once. */
    void notRequested(String id) {
        Optional.ofNullable(byOrder.remove(id)).flatMap(Cancel::earlier).ifPresent(earlier -> byOrder.put(id, earlier));
    }

    void refused(String id, Instant now, String message) {
        byOrder.put(id, new Cancel(attempts, now, Optional.of(message), Optional.empty(), true));
    }

    /** The latest request was refused, but another may not be: the order is perhaps being changed just now. */
    void refusedForNow(String id, String message) {
        Cancel cancel = byOrder.get(id);
        if (cancel != null) {
            byOrder.put(
                    id,
                    new Cancel(cancel.attempts(), cancel.latestAt(), Optional.of(message), cancel.earlier(), false));
        }
    }

    /** True while the order can be expected to go away, or can be cancelled once more. */
    boolean mayGoAway(OrderState order, Instant now) {
        Cancel cancel = order.id().map(byOrder::get).orElse(null);
        if (order.id().isEmpty()) {
            return false;
        }
        return cancel == null
                || (!cancel.isFinal()
                        && (cancel.attempts() < attempts
                                || now.isBefore(cancel.latestAt().plus(patience))));
    }

    /** As {@link #mayGoAway}, but for no longer than it takes as a rule. */
    boolean goesAwaySoon(OrderState order, Instant now) {
        Cancel cancel = order.id().map(byOrder::get).orElse(null);
        return order.id().isPresent()
                && (cancel == null
                        || (!cancel.isFinal() && now.isBefore(cancel.latestAt().plus(usual))));
    }

    /** True for as long after a first cancel as an order takes to go away as a rule. */
    boolean areNew(List<OrderState> open, Instant now) {
        return open.stream()
                .flatMap(order -> order.id().map(byOrder::get).stream())
                .anyMatch(cancel -> !cancel.isFinal()
                        && cancel.attempts() <= 1
                        && now.isBefore(cancel.latestAt().plus(usual)));
    }

    Optional<String> refusal(OrderState order) {
        return order.id().map(byOrder::get).flatMap(Cancel::refusal);
    }
}
