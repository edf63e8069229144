package io.github.clearstreet.cli;

import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import java.util.List;
import java.util.Optional;

/** Closing orders. A value that cannot be read is shown as it came: it may be all that is known of an order that exists. */
final class OrderTable {
    private OrderTable() {}

    static List<String> lines(List<Order> orders) {
        return new ModelTable<Order>(OrderTable::raw)
                .text("SYMBOL", order -> order.symbol().orElse(ModelTable.MISSING))
                .text("SIDE", order -> order.side().value())
                .number("QUANTITY", Order::quantity)
                .number("FILLED", Order::filledQuantity)
                .optionalNumber("AVERAGE PRICE", Order::averageFillPrice)
                .text("TYPE", order -> order.orderType().value())
                .text("STATUS", OrderTable::status)
                .text("ORDER ID", Order::id)
                .lines(orders);
    }

    private static String raw(UnreadableValueException e) {
        String raw = e.violation().rawText();
        return raw.isEmpty() ? ModelTable.MISSING : raw;
    }

    /** An order that is held back will not fill before its release. */
    private static String status(Order order) {
        return order.status() + queue(order).map(state -> " (" + state + ")").orElse("");
    }

    private static Optional<String> queue(Order order) {
        try {
            return order.queueState().map(Object::toString);
        } catch (UnreadableValueException e) {
            return Optional.of(raw(e));
        }
    }
}
