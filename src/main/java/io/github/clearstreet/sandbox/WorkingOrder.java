package io.github.clearstreet.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order in the ledger together with what is still going to happen to it. Guarded by the ledger's lock. */
final class WorkingOrder {
    private SandboxOrder order;
    private final OrderBehaviour behaviour;
    private int stepsTaken;
    private @Nullable Moment workingSince;

    WorkingOrder(SandboxOrder order, OrderBehaviour behaviour, Moment now) {
        this.behaviour = behaviour;
        Optional<Instant> until = behaviour.queuedUntil();
        this.order = until.map(at -> order.with(order.progress().queued(at))).orElse(order);
        this.workingSince = until.isPresent() ? null : now;
    }

    SandboxOrder order() {
        return order;
    }

    void update(OrderProgress next) {
        order = order.with(next);
    }

    /** True if the order is held back, so that nothing can fill. */
    boolean isQueued() {
        return workingSince == null && order.isOpen();
    }

    void release(Moment now) {
        update(order.progress().released(now.time()));
        workingSince = now;
    }

    /** Does everything that is due by now. */
    void settle(AccountBook book, Moment now) {
        Instant releasesAt = order.progress().releasesAt();
        if (isQueued() && releasesAt != null && !releasesAt.isAfter(now.time())) {
            // An order created after its release time starts working when it is created.
            Instant at = releasesAt.isAfter(order.createdAt()) ? releasesAt : order.createdAt();
            release(new Moment(at, now.arrivals()));
        }
        while (workingSince != null
                && order.isOpen()
                && stepsTaken < behaviour.steps().size()) {
            OrderBehaviour.Step step = behaviour.steps().get(stepsTaken);
            Optional<Instant> due = step.when().due(workingSince, now);
            if (due.isEmpty()) {
                return;
            }
            stepsTaken++;
            step.action().apply(book, order.id(), due.get());
        }
    }
}
