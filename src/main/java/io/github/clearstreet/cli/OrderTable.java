package io.github.clearstreet.cli;

import io.github.clearstreet.internal.text.Table;
import io.github.clearstreet.internal.text.Table.Alignment;
import io.github.clearstreet.internal.text.Table.Column;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Orders as people want to see them: one line each. */
final class OrderTable {
    private static final String MISSING = "-";

    private static final List<Cell> CELLS = List.of(
            left("SYMBOL", order -> order.symbol().orElse(MISSING)),
            left("SIDE", order -> order.side().value()),
            right("QUANTITY", order -> order.quantity().toPlainString()),
            right("FILLED", order -> order.filledQuantity().toPlainString()),
            right(
                    "AVERAGE PRICE",
                    order -> order.averageFillPrice()
                            .map(BigDecimal::toPlainString)
                            .orElse(MISSING)),
            left("TYPE", order -> order.orderType().value()),
            left("STATUS", OrderTable::status),
            left("ORDER ID", Order::id));

    private record Cell(Column column, Function<Order, String> text) {}

    private OrderTable() {}

    static List<String> lines(List<Order> orders) {
        Table table = new Table(CELLS.stream().map(Cell::column).toList());
        orders.forEach(
                order -> table.add(CELLS.stream().map(cell -> read(cell, order)).toList()));
        return table.lines();
    }

    /** One value that cannot be read must not hide the others: it is shown as it came. */
    private static String read(Cell cell, Order order) {
        try {
            return cell.text().apply(order);
        } catch (UnreadableValueException e) {
            String raw = e.violation().rawText();
            return raw.isEmpty() ? MISSING : raw;
        }
    }

    /** An order that is held back will not fill before its release. */
    private static String status(Order order) {
        Optional<String> queue = order.queueState().map(state -> " (" + state + ")");
        return order.status() + queue.orElse("");
    }

    private static Cell left(String title, Function<Order, String> text) {
        return new Cell(new Column(title, Alignment.LEFT), text);
    }

    private static Cell right(String title, Function<Order, String> text) {
        return new Cell(new Column(title, Alignment.RIGHT), text);
    }
}
