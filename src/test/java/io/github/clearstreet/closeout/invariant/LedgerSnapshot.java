package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxOrder;
import io.github.clearstreet.sandbox.SandboxPosition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sandbox's ledger at one moment.
 *
 * @param positions by symbol, nothing with a quantity of zero
 * @param working every order that can still fill
 * @param changes how many changes of positions there had been
 */
record LedgerSnapshot(Map<String, BigDecimal> positions, List<Working> working, int changes) {

    /** @param leaves what the order can still add to the position; negative for a sale */
    record Working(String id, String clientId, String symbol, boolean ours, BigDecimal leaves) {
        private static Working of(SandboxOrder order) {
            BigDecimal leaves = order.leavesQuantity();
            return new Working(
                    order.id(),
                    order.clientOrderId().orElse("none"),
                    order.symbol(),
                    order.createdThroughApi(),
                    order.side().equals("BUY") ? leaves : leaves.negate());
        }
    }

    static LedgerSnapshot of(SandboxAccount account) {
        return new LedgerSnapshot(
                account.positions().stream()
                        .collect(Collectors.toMap(SandboxPosition::symbol, SandboxPosition::quantity)),
                account.orders().stream()
                        .filter(SandboxOrder::isOpen)
                        .map(Working::of)
                        .toList(),
                account.positionChanges().size());
    }

    BigDecimal position(String symbol) {
        return positions.getOrDefault(symbol, BigDecimal.ZERO);
    }

    boolean works(String orderId) {
        return working.stream().anyMatch(order -> order.id().equals(orderId));
    }
}
