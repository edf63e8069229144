package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Positions and orders of one account, and how they change each other. Guarded by the ledger's lock. */
final class AccountBook {
    private final long accountId;
    private final Function<String, SandboxInstrument> instruments;
    private final Supplier<String> orderIds;
    private final Map<String, BigDecimal> positions = new LinkedHashMap<>();
    private final Map<String, WorkingOrder> orders = new LinkedHashMap<>();
    private final Map<String, OrderBehaviour> behaviours = new LinkedHashMap<>();
    private OrderBehaviour usualBehaviour = OrderBehaviour.rests();
    private boolean foreign;

    AccountBook(long accountId, Function<String, SandboxInstrument> instruments, Supplier<String> orderIds) {
        this.accountId = accountId;
        this.instruments = instruments;
        this.orderIds = orderIds;
    }

    // ---- What the API does

    /** Cancels first when told to, then submits one order per position, whatever is already working. */
    List<SandboxOrder> closePositions(boolean cancelOrders, Moment now) {
        if (cancelOrders) {
            for (WorkingOrder open : openOrders()) {
                if (positions.containsKey(open.order().symbol())) {
                    cancel(open.order().id(), now.time());
                }
            }
        }
        List<String> created = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> position : List.copyOf(positions.entrySet())) {
            String symbol = position.getKey();
            OrderBehaviour behaviour = behaviours.getOrDefault(symbol, usualBehaviour);
            created.add(place(OrderTicket.closing(symbol, position.getValue()), behaviour, now));
        }
        settle(now);
        return created.stream().map(this::order).toList();
    }

    String place(OrderTicket ticket, OrderBehaviour behaviour, Moment now) {
        String id = orderIds.get();
        SandboxOrder order = new SandboxOrder(
                id,
                accountId,
                instruments.apply(ticket.symbol()),
                ticket.withFields(behaviour.fields()),
                now.time(),
                OrderProgress.created(now.time()));
        if (orders.putIfAbsent(id, new WorkingOrder(order, behaviour, now)) != null) {
            throw new IllegalStateException("The source of order ids gave " + id + " twice");
        }
        return id;
    }

    void settle(Moment now) {
        orders.values().forEach(order -> order.settle(this, now));
    }

    // ---- What happens to orders

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

    void reject(String orderId, String reason, Instant at) {
        WorkingOrder working = open(orderId);
        working.update(working.order().progress().rejected(reason, at));
    }

    void release(String orderId, Moment now) {
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
        BigDecimal change = order.ticket().signed(quantity);
        setPosition(
                order.symbol(),
                positions.getOrDefault(order.symbol(), BigDecimal.ZERO).add(change));
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
        openOrders().stream()
                .filter(open -> !open.isQueued())
                .forEach(open -> fillRest(open.order().id(), at));
    }

    // ---- What a test sets and sees

    void setPosition(String symbol, BigDecimal quantity) {
        if (quantity.signum() == 0) {
            positions.remove(symbol);
        } else {
            positions.put(symbol, quantity);
        }
    }

    void setBehaviour(String symbol, OrderBehaviour behaviour) {
        behaviours.put(symbol, behaviour);
    }

    void setUsualBehaviour(OrderBehaviour behaviour) {
        usualBehaviour = behaviour;
    }

    void makeForeign() {
        foreign = true;
    }

    boolean isForeign() {
        return foreign;
    }

    List<SandboxPosition> positions() {
        return positions.entrySet().stream()
                .map(held -> new SandboxPosition(instruments.apply(held.getKey()), held.getValue()))
                .toList();
    }

    List<SandboxOrder> orders() {
        return orders.values().stream().map(WorkingOrder::order).toList();
    }

    SandboxOrder order(String orderId) {
        return working(orderId).order();
    }

    BigDecimal price(SandboxOrder order) {
        return instruments.apply(order.symbol()).price();
    }

    private List<WorkingOrder> openOrders() {
        return orders.values().stream().filter(any -> any.order().isOpen()).toList();
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
