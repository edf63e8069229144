package io.github.clearstreet.sandbox;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order in the ledger together with what is still going to happen to it. Guarded by the ledger's lock. */
final class WorkingOrder {
    private SandboxOrder order;
    private final OrderBehaviour behaviour;
    private final List<SandboxOrder> history = new ArrayList<>();
    private int stepsTaken;
    private @Nullable LedgerTime workingSince;
    private @Nullable LedgerTime cancelAsked;

    /** Something that has come due. */
    record Due(Instant at, Consumer<OrderBlotter> happening) {}

    WorkingOrder(SandboxOrder order, OrderBehaviour behaviour, LedgerTime now) {
        this.behaviour = behaviour;
        Optional<Instant> until = behaviour.queuedUntil();
        this.order = until.map(at -> order.with(order.progress().queued(at))).orElse(order);
        this.workingSince = until.isPresent() ? null : now;
        history.add(this.order);
    }

    SandboxOrder order() {
        return order;
    }

    void update(OrderProgress next) {
        order = order.with(next);
        history.add(order);
    }

    /** The order as it stood at this time, and the child through which it works if it has one; nothing before it was there. */
    Stream<SandboxOrder> at(Instant time) {
        if (history.get(0).createdAt().isAfter(time)) {
            return Stream.empty();
        }
        SandboxOrder then = history.stream()
                .filter(any -> !any.updatedAt().isAfter(time))
                .reduce(history.get(0), (earlier, later) -> later);
        return Stream.concat(Stream.of(then), behaviour.child().map(child -> child.of(then)).stream());
    }

    /** What an execution names: the child if there is one. */
    SandboxOrder executed() {
        return behaviour.child().map(child -> child.of(order)).orElse(order);
    }

    /** True if the order is held back, so that nothing can fill. */
    boolean isQueued() {
        return workingSince == null && order.isOpen();
    }

    void release(LedgerTime now) {
        update(order.progress().released(now.time()));
        workingSince = now;
    }

    /** Does nothing if a cancel is under way already. */
    void requestCancel(LedgerTime now) {
        if (cancelAsked == null) {
            cancelAsked = now;
            update(order.progress().pendingCancel(now.time()));
        }
    }

    /** What is next by now. A fill that is due together with a cancel comes before it. */
    Optional<Due> nextDue(LedgerTime now) {
        return order.isOpen()
                ? Stream.of(step(now), release(now, order.progress().releasesAt()), cancel(now))
                        .flatMap(Optional::stream)
                        .min(comparing(Due::at))
                : Optional.empty();
    }

    private Optional<Due> step(LedgerTime now) {
        if (workingSince == null || stepsTaken == behaviour.steps().size()) {
            return Optional.empty();
        }
        OrderBehaviour.Step step = behaviour.steps().get(stepsTaken);
        return due(step.when(), workingSince, now, (book, at) -> {
            stepsTaken++;
            step.action().apply(book, order.id(), at);
        });
    }

    private Optional<Due> release(LedgerTime now, @Nullable Instant releasesAt) {
        if (!isQueued() || releasesAt == null || releasesAt.isAfter(now.time())) {
            return Optional.empty();
        }
        Instant at = notBeforeLast(releasesAt);
        return Optional.of(new Due(at, book -> release(now.at(at))));
    }

    private Optional<Due> cancel(LedgerTime now) {
        if (cancelAsked == null) {
            return Optional.empty();
        }
        return due(behaviour.cancel().when(), cancelAsked, now, (book, at) -> {
            cancelAsked = null;
            behaviour.cancel().outcome().apply(book, order.id(), at);
        });
    }

    private Optional<Due> due(Trigger when, LedgerTime since, LedgerTime now, Happening happening) {
        return when.due(since, now).map(this::notBeforeLast).map(at -> new Due(at, book -> happening.at(book, at)));
    }

    /** Nothing happens to an order before what has happened to it already. */
    private Instant notBeforeLast(Instant at) {
        return at.isBefore(order.updatedAt()) ? order.updatedAt() : at;
    }

    @FunctionalInterface
    private interface Happening {
        void at(OrderBlotter book, Instant at);
    }
}
