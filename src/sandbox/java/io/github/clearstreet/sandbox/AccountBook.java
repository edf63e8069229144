package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Positions and orders of one account, and how they change each other. Guarded by the ledger's lock. */
final class AccountBook {
    private final long id;
    private final Function<String, SandboxInstrument> instruments;
    private final Holdings holdings = new Holdings();
    private final OrderBook orders;
    private final Map<String, OrderBehaviour> behaviours = new LinkedHashMap<>();
    private OrderBehaviour usualBehaviour = OrderBehaviour.rests();
    private boolean foreign;

    AccountBook(long id, Function<String, SandboxInstrument> instruments, Supplier<String> orderIds) {
        this.id = id;
        this.instruments = instruments;
        this.orders = new OrderBook(id, instruments, orderIds, holdings);
    }

    long id() {
        return id;
    }

    OrderBook orders() {
        return orders;
    }

    // ---- What the API does

    /** Asks for cancels first when told to, then submits one order per position, whatever is already working. */
    List<SandboxOrder> closePositions(Predicate<SandboxInstrument> meant, boolean cancelOrders, Moment now) {
        List<SandboxPosition> closed = positions().stream()
                .filter(held -> meant.test(held.instrument()))
                .toList();
        if (cancelOrders) {
            Set<String> symbols = closed.stream().map(SandboxPosition::symbol).collect(Collectors.toSet());
            orders.requestCancels(order -> symbols.contains(order.symbol()), now);
        }
        List<String> created = new ArrayList<>();
        for (SandboxPosition held : closed) {
            OrderBehaviour behaviour = behaviours.getOrDefault(held.symbol(), usualBehaviour);
            created.add(orders.place(OrderTicket.closing(held.symbol(), held.quantity()), behaviour, true, now));
        }
        settle(now);
        return created.stream().map(orders::order).toList();
    }

    /** The filter for the orders of this account. */
    Predicate<SandboxOrder> passing(OrderFilter filter) {
        return filter.within(instruments);
    }

    /** What is held and not bound by open orders that close it; negative when short. */
    BigDecimal available(SandboxPosition held) {
        BigDecimal bound = orders.all().stream()
                .filter(order -> order.symbol().equals(held.symbol()))
                .map(order -> order.ticket().signed(order.leavesQuantity()))
                .filter(change -> change.signum() == -held.quantity().signum())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal free = held.quantity().add(bound);
        return free.signum() == held.quantity().signum() ? free : BigDecimal.ZERO;
    }

    void settle(Moment now) {
        orders.settle(now);
    }

    // ---- What a test sets and sees

    void setPosition(String symbol, BigDecimal quantity, Instant at) {
        holdings.set(symbol, quantity, at);
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
        return holdings.all().entrySet().stream()
                .map(held -> new SandboxPosition(instruments.apply(held.getKey()), held.getValue()))
                .toList();
    }

    List<PositionChange> changes() {
        return holdings.changes();
    }
}
