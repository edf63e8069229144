package io.github.clearstreet.closeout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes previews out of reads. */
final class Previews {
    private Previews() {}

    static Preview of(long accountId, PositionsRead positions, List<OrderState> openOrders, Instant now) {
        List<PreviewedPosition> previewed = positions.list().stream()
                .map(position -> new PreviewedPosition(
                        position, openOrders.stream().filter(position::concerns).toList()))
                .toList();
        List<OrderState> others = openOrders.stream()
                .filter(order -> positions.list().stream().noneMatch(position -> position.concerns(order)))
                .toList();
        List<String> problems = new ArrayList<>(positions.problems());
        openOrders.stream()
                .filter(OrderState::isUnreadable)
                .forEach(order -> problems.add("an open order could not be read: " + order));
        return new Preview(accountId, now, previewed, others, problems);
    }
}
