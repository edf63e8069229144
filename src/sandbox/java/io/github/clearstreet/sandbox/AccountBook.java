package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Positions and orders of one account, and how they change each other. Guarded by the ledger's lock. */
final class AccountBook {
    private final long id;
    private final Function<String, SandboxInstrument> instruments;
    private final Holdings holdings = new Holdings();
    private final OrderBook orders;
    private final Map<String, OrderBehaviour> behaviours = new LinkedHashMap<>();
    private OrderBehaviour usualBehaviour = OrderBehaviour.rests();
    private final Map<String, String> riskRejections = new HashMap<>();
    private UsedIdResponse usedIdResponse = UsedIdResponse.CONFLICT;
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

    /** Submits all of them or none. What the id of an earlier order is answered with is the test's choice. */
    List<SandboxOrder> submit(List<NewOrder> submitted, Moment now) {
        Set<String> ids = new HashSet<>();
        submitted.forEach(order -> {
            if (earlier(order).isPresent() || order.id() != null && !ids.add(order.id())) {
                usedIdResponse.refuse();
            }
            String reason = riskRejections.get(symbol(order));
            if (reason != null) {
                throw RefusedException.riskRejection(reason);
            }
        });
        List<String> created =
                submitted.stream().map(order -> submitted(order, now)).toList();
        settle(now);
        return created.stream().map(orders::order).toList();
    }

    private String submitted(NewOrder order, Moment now) {
        Optional<SandboxOrder> earlier = earlier(order);
        if (earlier.isPresent()) {
            return earlier.get().id();
        }
        String symbol = symbol(order);
        return orders.place(order.ticket(symbol), behaviours.getOrDefault(symbol, usualBehaviour), true, now);
    }

    private Optional<SandboxOrder> earlier(NewOrder order) {
        return Optional.ofNullable(order.id()).flatMap(orders::withClientOrderId);
    }

    /** The symbol of the instrument that is meant: one that is known here by its id, or the one of that symbol. */
    private String symbol(NewOrder order) {
        return Stream.concat(
                        positions().stream().map(SandboxPosition::instrument),
                        orders.all().stream().map(SandboxOrder::instrument))
                .filter(known -> known.isNamed(order.instrument()))
                .findFirst()
                .orElseGet(() -> instruments.apply(order.instrument()))
                .symbol();
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

    void setUsedIdResponse(UsedIdResponse response) {
        usedIdResponse = response;
    }

    void setRiskRejection(String symbol, @Nullable String reason) {
        if (reason == null) {
            riskRejections.remove(symbol);
        } else {
            riskRejections.put(symbol, reason);
        }
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
