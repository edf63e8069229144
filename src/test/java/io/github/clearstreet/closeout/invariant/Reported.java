package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.OrderState;
import io.github.clearstreet.closeout.PositionReport;
import io.github.clearstreet.closeout.StopReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the caller was told at the end of a run.
 *
 * @param isUnresolved whether it names requests in doubt
 * @param after the quantities that it gives for positions, by symbol, without those that it does not know
 * @param openOrders the ids of the orders that it shows as open
 * @param explained the symbols of the positions of which it says why they are not closed
 * @param text for people
 */
record Reported(
        StopReason stopReason,
        boolean isFlat,
        Instant endedAt,
        boolean isUnresolved,
        Map<String, BigDecimal> after,
        Set<String> openOrders,
        Set<String> explained,
        String text) {

    static Reported of(FlattenReport report) {
        return new Reported(
                report.stopReason(),
                report.flat(),
                report.endedAt(),
                !report.unresolved().isEmpty(),
                report.positions().stream()
                        .filter(position -> position.after().isPresent())
                        .collect(Collectors.toMap(
                                PositionReport::symbol,
                                position -> position.after().orElseThrow())),
                Stream.concat(
                                report.positions().stream().flatMap(position -> position.orders().stream()),
                                report.otherOpenOrders().stream())
                        .filter(OrderState::canFill)
                        .flatMap(order -> order.id().stream())
                        .collect(Collectors.toSet()),
                report.positions().stream()
                        .filter(position -> position.reason().isPresent())
                        .map(PositionReport::symbol)
                        .collect(Collectors.toSet()),
                report + "\nTimeline:\n  "
                        + report.timeline().stream().map(Object::toString).collect(Collectors.joining("\n  ")));
    }
}
