package io.github.clearstreet.closeout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The requests of a run of which it is not known whether they were carried out, or what they made. Until the settle time
 * of each is over, and the orders were looked at after that, nothing is sent. Not thread-safe.
 */
final class Doubts {
    private final List<Doubt> all = new ArrayList<>();
    private Instant lookedAt = Instant.MIN;

    /**
     * One request in doubt.
     *
     * @param ordersBefore the ids of the orders that were known right before it, and so are not its own
     * @param positions what it was to close; empty if it was to cancel
     */
    record Doubt(UnresolvedRequest request, Instant settledAt, Set<String> ordersBefore, List<HeldPosition> positions) {

        boolean mayHaveMade(OrderState order) {
            return order.id().filter(id -> !ordersBefore.contains(id)).isPresent()
                    && positions.stream().anyMatch(order::looksLikeClosing);
        }

        /** True if each position has a new order that closes it as a whole. */
        boolean happened(OrderBook book) {
            return !positions.isEmpty()
                    && positions.stream()
                            .allMatch(position -> book.all().stream()
                                    .anyMatch(order -> mayHaveMade(order) && order.closesAllOf(position)));
        }
    }

    void add(Doubt doubt) {
        all.add(doubt);
    }

    /**
     * All orders were read, and show what had been carried out by then.
     *
     * @param beganAt when the read began
     */
    void looked(Instant beganAt) {
        lookedAt = beganAt;
    }

    boolean arePending() {
        return all.stream().anyMatch(this::isPending);
    }

    private boolean isPending(Doubt doubt) {
        return lookedAt.isBefore(doubt.settledAt());
    }

    /** True if everything that is pending has been carried out, by the looks of the orders. */
    boolean happened(OrderBook book) {
        return all.stream()
                .filter(this::isPending)
                .allMatch(doubt -> doubt.positions().isEmpty() || doubt.happened(book));
    }

    /** True if a request in doubt may have made this order. From then on the order counts as the run's own. */
    boolean mayHaveMade(OrderState order) {
        return all.stream().anyMatch(doubt -> doubt.mayHaveMade(order));
    }

    List<UnresolvedRequest> pending() {
        return all.stream().filter(this::isPending).map(Doubt::request).toList();
    }
}
