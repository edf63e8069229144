package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one account holds, and the journal of every change. Guarded by the ledger's lock. */
final class Holdings {
    private final Map<String, BigDecimal> quantities = new LinkedHashMap<>();
    private final List<PositionChange> changes = new ArrayList<>();

    /** By symbol, in the order of seeding, without those that are zero. A copy. */
    Map<String, BigDecimal> all() {
        return new LinkedHashMap<>(quantities);
    }

    /** What was held at this time. */
    Map<String, BigDecimal> at(Instant time) {
        Map<String, BigDecimal> then = new LinkedHashMap<>();
        changes.stream().filter(change -> !change.at().isAfter(time)).forEach(change -> {
            if (change.after().signum() == 0) {
                then.remove(change.symbol());
            } else {
                then.put(change.symbol(), change.after());
            }
        });
        return then;
    }

    List<PositionChange> changes() {
        return List.copyOf(changes);
    }

    void set(String symbol, BigDecimal quantity, Instant at) {
        BigDecimal change = quantity.subtract(quantity(symbol));
        record(at, symbol, change, quantity, PositionChange.Cause.TEST, Optional.empty());
    }

    void fill(SandboxOrder order, BigDecimal quantity, Instant at) {
        BigDecimal change = order.ticket().signed(quantity);
        PositionChange.Cause cause =
                order.createdThroughApi() ? PositionChange.Cause.API_ORDER : PositionChange.Cause.TEST_ORDER;
        BigDecimal after = quantity(order.symbol()).add(change);
        record(at, order.symbol(), change, after, cause, Optional.of(order.id()));
    }

    private BigDecimal quantity(String symbol) {
        return quantities.getOrDefault(symbol, BigDecimal.ZERO);
    }

    private void record(
            Instant at,
            String symbol,
            BigDecimal change,
            BigDecimal after,
            PositionChange.Cause cause,
            Optional<String> orderId) {
        changes.add(new PositionChange(at, symbol, change, quantity(symbol), after, cause, orderId));
        if (after.signum() == 0) {
            quantities.remove(symbol);
        } else {
            quantities.put(symbol, after);
        }
    }
}
