package io.github.clearstreet.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which orders a query means: those that pass all its parameters. */
final class OrderFilter {
    private final Predicate<SandboxOrder> plain;
    private final Set<String> underlyings;

    private OrderFilter(Predicate<SandboxOrder> plain, Set<String> underlyings) {
        this.plain = plain;
        this.underlyings = underlyings;
    }

    /** Reads the parameters of {@code get_orders} and of {@code cancel_all_open_orders}. */
    static OrderFilter of(QueryParameters query) {
        List<Predicate<SandboxOrder>> all = List.of(
                any(query.list("order_ids"), OrderFilter::names),
                any(query.words("status", EnumValues.ORDER_STATUSES), order -> Set.of(order.status())),
                any(query.text("symbol"), order -> order.instrument().symbols()),
                any(query.list("instrument_ids"), order -> order.instrument().names()),
                any(
                        query.word("instrument_type", EnumValues.INSTRUMENT_TYPES),
                        order -> Set.of(order.instrument().type())),
                any(query.word("side", EnumValues.SIDES), order -> Set.of(order.side())),
                any(
                        query.word("type", EnumValues.ORDER_TYPES),
                        order -> Set.of(order.ticket().orderType())),
                query.time("from")
                        .<Predicate<SandboxOrder>>map(
                                from -> order -> !order.createdAt().isBefore(from))
                        .orElse(order -> true),
                query.time("to")
                        .<Predicate<SandboxOrder>>map(
                                to -> order -> !order.createdAt().isAfter(to))
                        .orElse(order -> true));
        return new OrderFilter(
                order -> all.stream().allMatch(filter -> filter.test(order)),
                new HashSet<>(query.list("underlying_instrument_ids")));
    }

    /**
     * The filter for orders of one account.
     *
     * @param instruments by symbol, since an underlying instrument can be named by its symbol
     */
    Predicate<SandboxOrder> within(Function<String, SandboxInstrument> instruments) {
        if (underlyings.isEmpty()) {
            return plain;
        }
        Set<String> ids = new HashSet<>(underlyings);
        underlyings.forEach(name -> ids.add(instruments.apply(name).id()));
        return plain.and(
                order -> order.instrument().underlyingId().filter(ids::contains).isPresent());
    }

    private static Predicate<SandboxOrder> any(Optional<String> wanted, Function<SandboxOrder, Set<String>> actual) {
        return any(wanted.stream().toList(), actual);
    }

    private static Predicate<SandboxOrder> any(List<String> wanted, Function<SandboxOrder, Set<String>> actual) {
        return wanted.isEmpty()
                ? order -> true
                : order -> actual.apply(order).stream().anyMatch(wanted::contains);
    }

    private static Set<String> names(SandboxOrder order) {
        Set<String> names = new HashSet<>(Set.of(order.id()));
        names.add(String.valueOf(order.ticket().fields().getOrDefault("client_order_id", order.id())));
        return names;
    }
}
