package io.github.clearstreet.closeout;

import io.github.clearstreet.Guards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes previews out of reads. */
final class Previews {
    private Previews() {}

    static Preview of(
            long accountId, PositionsRead positions, List<OrderState> openOrders, Guards guards, Instant now) {
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
        if (!positions.held().isEmpty()) {
            guards.refusalOfChange(accountId)
                    .or(() -> guards.refusalOfClose(positions.list().stream()
                            .map(HeldPosition::marketValue)
                            .toList()))
                    .ifPresent(refusal -> problems.add("a guard of the client would refuse the close: " + refusal));
        }
        return new Preview(accountId, now, previewed, others, problems);
    }

    /** A list came that is not known to be whole: whatever is in it says too little. */
    static Preview incomplete(long accountId, List<OrderState> openOrders, String problem, Instant now) {
        return new Preview(accountId, now, List.of(), openOrders, List.of("not everything could be read: " + problem));
    }
}
