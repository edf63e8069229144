package io.github.clearstreet.sandbox;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Positions and orders of one account, and how they change each other. Guarded by the ledger's lock. */
final class AccountBook {
    private final long id;
    private final Function<String, SandboxInstrument> instruments;
    private final Holdings holdings = new Holdings();
    private final OrderBlotter orders;
    private final AccountRules rules = new AccountRules();

    /**
     * What a close has done.
     *
     * @param refused what was not closed, if that is answered beside the orders
     */
    record Closed(List<SandboxOrder> orders, Optional<Conditions.Refusal> refused) {}

    AccountBook(long id, Function<String, SandboxInstrument> instruments, Supplier<String> orderIds) {
        this.id = id;
        this.instruments = instruments;
        this.orders = new OrderBlotter(id, instruments, orderIds, holdings);
    }

    long id() {
        return id;
    }

    OrderBlotter orders() {
        return orders;
    }

    // ---- What the API does

    /** Asks for cancels first when told to, then submits one order per position, whatever is already working. */
    Closed closePositions(Predicate<SandboxInstrument> meant, boolean cancelOrders, LedgerTime now) {
        List<SandboxPosition> asked = closable(now).stream()
                .filter(held -> meant.test(held.instrument()))
                .toList();
        Optional<Conditions.Refusal> refused = asked.stream()
                .flatMap(held ->
                        Optional.ofNullable(rules.conditions().refusedCloses.get(held.symbol())).stream())
                .findFirst();
        if (refused.isPresent() && !rules.conditions().partialCloses) {
            throw new ApiErrorException(refused.get().status(), refused.get().message());
        }
        List<SandboxPosition> closed = asked.stream()
                .filter(held -> !rules.conditions().refusedCloses.containsKey(held.symbol()))
                .toList();
        return new Closed(close(closed, cancelOrders, true, now), refused);
    }

    private List<SandboxOrder> close(
            List<SandboxPosition> closed, boolean cancelOrders, boolean throughApi, LedgerTime now) {
        if (cancelOrders) {
            Set<String> symbols = closed.stream().map(SandboxPosition::symbol).collect(Collectors.toSet());
            orders.requestCancels(order -> symbols.contains(order.symbol()), now);
        }
        List<String> created = new ArrayList<>();
        for (SandboxPosition held : closed) {
            OrderTicket ticket = OrderTicket.closing(held.symbol(), held.quantity());
            created.add(orders.place(ticket, rules.behaviour(held.symbol()), throughApi, now));
        }
        advance(now);
        return created.stream().map(orders::order).toList();
    }

    /** Somebody else closes everything: their orders, not those of the caller's API calls. */
    void closeByAnother(boolean cancelOrders, LedgerTime now) {
        close(closable(now), cancelOrders, false, now);
    }

    /** Cash is no position that an order could close. */
    private List<SandboxPosition> closable(LedgerTime now) {
        List<SandboxPosition> fixed = rules.fixedPositions();
        List<SandboxPosition> held =
                fixed != null ? fixed : rules.conditions().lags.closesToo() ? listedPositions(now) : positions();
        return held.stream()
                .filter(any -> !any.instrument().type().equals("CASH"))
                .toList();
    }

    // ---- What the API lists

    List<SandboxPosition> listedPositions(LedgerTime now) {
        return positions(holdings.at(now.time().minus(rules.conditions().lags.positions())));
    }

    /** Newest first. */
    List<SandboxOrder> listedOrders(boolean windowed, LedgerTime now) {
        Instant earliest = windowed ? rules.windowStart("get_orders", now) : Instant.MIN;
        List<SandboxOrder> listed = new ArrayList<>(
                orders.at(now.time().minus(rules.conditions().lags.orders())));
        listed.removeIf(order -> order.createdAt().isBefore(earliest));
        Collections.reverse(listed);
        if (rules.conditions().ordersByLastChange) {
            listed.sort(comparing(SandboxOrder::updatedAt).reversed());
        }
        return listed;
    }

    /** Newest first. */
    List<Execution> listedExecutions(boolean windowed, LedgerTime now) {
        Instant earliest = windowed ? rules.windowStart("get_executions", now) : Instant.MIN;
        Instant latest = now.time().minus(rules.conditions().lags.executions());
        List<Execution> listed = new ArrayList<>(orders.executions());
        listed.removeIf(
                execution -> execution.at().isBefore(earliest) || execution.at().isAfter(latest));
        Collections.reverse(listed);
        return listed;
    }

    // ---- What the API does with new orders

    /** Submits all of them or none. What the id of an earlier order is answered with is the test's choice. */
    List<SandboxOrder> submit(List<NewOrder> submitted, LedgerTime now) {
        Set<String> ids = new HashSet<>();
        submitted.forEach(order -> {
            if (earlier(order).isPresent() || order.id() != null && !ids.add(order.id())) {
                rules.refuseUsedId();
            }
            rules.checkRisk(symbol(order));
        });
        List<String> created =
                submitted.stream().map(order -> submitted(order, now)).toList();
        advance(now);
        return created.stream().map(orders::order).toList();
    }

    private String submitted(NewOrder order, LedgerTime now) {
        Optional<SandboxOrder> earlier = earlier(order);
        if (earlier.isPresent()) {
            return earlier.get().id();
        }
        String symbol = symbol(order);
        return orders.place(order.ticket(symbol), rules.behaviour(symbol), true, now);
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

    void advance(LedgerTime now) {
        orders.advance(now);
    }

    // ---- What a test sets and sees

    void setPosition(String symbol, BigDecimal quantity, Instant at) {
        holdings.set(symbol, quantity, at);
    }

    AccountRules rules() {
        return rules;
    }

    List<SandboxPosition> positions() {
        return positions(holdings.all());
    }

    private List<SandboxPosition> positions(Map<String, BigDecimal> quantities) {
        return quantities.entrySet().stream()
                .map(held -> new SandboxPosition(instruments.apply(held.getKey()), held.getValue()))
                .toList();
    }

    List<PositionChange> changes() {
        return holdings.changes();
    }
}
