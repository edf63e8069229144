package io.github.clearstreet.sandbox;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order in the ledger together with what is still going to happen to it. Guarded by the ledger's lock. */
final class WorkingOrder {
    private SandboxOrder order;
    private final OrderBehaviour behaviour;
    private int stepsTaken;
    private @Nullable Moment workingSince;
    private @Nullable Moment cancelAsked;

    /** Something that has come due. */
    record Due(Instant at, Consumer<OrderBook> happening) {}

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

    /** Does nothing if a cancel is under way already. */
    void requestCancel(Moment now) {
        if (cancelAsked == null) {
            cancelAsked = now;
            update(order.progress().pendingCancel(now.time()));
        }
    }

    /** What is next by now. A fill that is due together with a cancel comes before it. */
    Optional<Due> nextDue(Moment now) {
        return order.isOpen()
                ? Stream.of(step(now), release(now, order.progress().releasesAt()), cancel(now))
                        .flatMap(Optional::stream)
                        .min(comparing(Due::at))
                : Optional.empty();
    }

    private Optional<Due> step(Moment now) {
        if (workingSince == null || stepsTaken == behaviour.steps().size()) {
            return Optional.empty();
        }
        OrderBehaviour.Step step = behaviour.steps().get(stepsTaken);
        return due(step.when(), workingSince, now, (book, at) -> {
            stepsTaken++;
            step.action().apply(book, order.id(), at);
        });
    }

    private Optional<Due> release(Moment now, @Nullable Instant releasesAt) {
        if (!isQueued() || releasesAt == null || releasesAt.isAfter(now.time())) {
            return Optional.empty();
        }
        Instant at = notBeforeLast(releasesAt);
        return Optional.of(new Due(at, book -> release(now.at(at))));
    }

    private Optional<Due> cancel(Moment now) {
        if (cancelAsked == null) {
            return Optional.empty();
        }
        return due(behaviour.cancel().when(), cancelAsked, now, (book, at) -> {
            cancelAsked = null;
            behaviour.cancel().outcome().apply(book, order.id(), at);
        });
    }

    private Optional<Due> due(When when, Moment since, Moment now, Happening happening) {
        return when.due(since, now).map(this::notBeforeLast).map(at -> new Due(at, book -> happening.at(book, at)));
    }

    /** Nothing happens to an order before what has happened to it already. */
    private Instant notBeforeLast(Instant at) {
        return at.isBefore(order.updatedAt()) ? order.updatedAt() : at;
    }

    @FunctionalInterface
    private interface Happening {
        void at(OrderBook book, Instant at);
    }
}
