package io.github.clearstreet.sandbox;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The orders of one account, and what happens to them. Guarded by the ledger's lock. */
final class OrderBlotter {
    private final long accountId;
    private final Function<String, SandboxInstrument> instruments;
    private final Supplier<String> orderIds;
    private final Holdings holdings;
    private final Map<String, WorkingOrder> orders = new LinkedHashMap<>();
    private final List<Execution> executions = new ArrayList<>();

    OrderBlotter(
            long accountId,
            Function<String, SandboxInstrument> instruments,
            Supplier<String> orderIds,
            Holdings holdings) {
        this.accountId = accountId;
        this.instruments = instruments;
        this.orderIds = orderIds;
        this.holdings = holdings;
    }

    String place(OrderTicket ticket, OrderBehaviour behaviour, boolean throughApi, LedgerTime now) {
        String id = orderIds.get();
        SandboxOrder order = new SandboxOrder(
                id,
                accountId,
                instruments.apply(ticket.symbol()),
                throughApi ? ticket.withClientOrderId(id, behaviour.fields()) : ticket.withFields(behaviour.fields()),
                throughApi,
                now.time(),
                OrderProgress.created(now.time()));
        if (orders.putIfAbsent(id, new WorkingOrder(order, behaviour, now)) != null) {
            throw new IllegalStateException("The source of order ids gave " + id + " twice");
        }
        return id;
    }

    /** Does everything that is due by now, in the order in which it came due, whichever order it happens to. */
    void advance(LedgerTime now) {
        Optional<WorkingOrder.Due> next = nextDue(now);
        while (next.isPresent()) {
            next.get().happening().accept(this);
            next = nextDue(now);
        }
    }

    private Optional<WorkingOrder.Due> nextDue(LedgerTime now) {
        return orders.values().stream()
                .flatMap(order -> order.nextDue(now).stream())
                .min(comparing(WorkingOrder.Due::at));
    }

    /** Asks to cancel the open orders that are meant, and returns them as they stand then. */
    List<SandboxOrder> requestCancels(Predicate<SandboxOrder> meant, LedgerTime now) {
        List<WorkingOrder> asked = orders.values().stream()
                .filter(any -> any.order().isOpen() && meant.test(any.order()))
                .toList();
        asked.forEach(order -> order.requestCancel(now));
        advance(now);
        return asked.stream().map(WorkingOrder::order).toList();
    }

    void accept(String orderId, Instant at) {
        WorkingOrder working = open(orderId);
        if (working.order().progress().status() == OrderStatus.PENDING_NEW) {
            working.update(working.order().progress().accepted(at));
        }
    }

    void cancel(String orderId, Instant at) {
        WorkingOrder working = open(orderId);
        working.update(working.order().progress().canceled(at));
    }

    void fillThenCancel(String orderId, BigDecimal most, Instant at) {
        if (!open(orderId).isQueued()) {
            fillUpTo(orderId, most, at);
        }
        if (order(orderId).isOpen()) {
            cancel(orderId, at);
        }
    }

    void refuseCancel(String orderId, Instant at) {
        WorkingOrder working = open(orderId);
        working.update(working.order().progress().cancelRefused(at));
    }

    void reject(String orderId, String reason, Instant at) {
        WorkingOrder working = open(orderId);
        working.update(working.order().progress().rejected(reason, at));
    }

    void release(String orderId, LedgerTime now) {
        WorkingOrder working = open(orderId);
        if (!working.isQueued()) {
            throw new IllegalStateException("Order " + orderId + " is not awaiting release");
        }
        working.release(now);
    }

    void fill(String orderId, BigDecimal quantity, BigDecimal price, Instant at) {
        WorkingOrder working = open(orderId);
        SandboxOrder order = working.order();
        if (working.isQueued()) {
            throw new IllegalStateException(
                    "Order " + orderId + " is awaiting release and cannot fill: release it first");
        }
        if (quantity.compareTo(order.leavesQuantity()) > 0) {
            throw new IllegalArgumentException("Order " + orderId + " can fill "
                    + order.leavesQuantity().toPlainString() + " at most, not " + quantity.toPlainString());
        }
        working.update(order.progress().filled(quantity, price, order.quantity(), at));
        holdings.fill(order, quantity, at);
        executions.add(Execution.of(working.executed(), executions.size() + 1, quantity, price, at));
    }

    void fillUpTo(String orderId, BigDecimal most, Instant at) {
        SandboxOrder order = order(orderId);
        fill(orderId, most.min(order.leavesQuantity()), price(order), at);
    }

    void fillRest(String orderId, Instant at) {
        SandboxOrder order = order(orderId);
        fill(orderId, order.leavesQuantity(), price(order), at);
    }

    void fillAll(Instant at) {
        orders.values().stream()
                .filter(any -> any.order().isOpen() && !any.isQueued())
                .forEach(open -> fillRest(open.order().id(), at));
    }

    List<SandboxOrder> all() {
        return orders.values().stream().map(WorkingOrder::order).toList();
    }

    /** All orders as they stood at this time, oldest first. */
    List<SandboxOrder> at(Instant time) {
        return orders.values().stream().flatMap(order -> order.at(time)).toList();
    }

    /** An order that this client order id was given to, open or not. */
    Optional<SandboxOrder> withClientOrderId(String clientOrderId) {
        return orders.values().stream()
                .map(WorkingOrder::order)
                .filter(order ->
                        order.clientOrderId().filter(clientOrderId::equals).isPresent())
                .findFirst();
    }

    List<Execution> executions() {
        return List.copyOf(executions);
    }

    SandboxOrder order(String orderId) {
        return working(orderId).order();
    }

    private BigDecimal price(SandboxOrder order) {
        return instruments.apply(order.symbol()).price();
    }

    private WorkingOrder open(String orderId) {
        WorkingOrder working = working(orderId);
        if (!working.order().isOpen()) {
            throw new IllegalStateException(
                    "Order " + orderId + " is " + working.order().status() + " and cannot change any more");
        }
        return working;
    }

    private WorkingOrder working(String orderId) {
        WorkingOrder working = orders.get(orderId);
        if (working == null) {
            throw new IllegalArgumentException("Account " + accountId + " has no order " + orderId);
        }
        return working;
    }
}
