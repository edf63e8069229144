package io.github.clearstreet.closeout;

import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.internal.text.Table;
import io.github.clearstreet.internal.text.Table.Alignment;
import io.github.clearstreet.internal.text.Table.Column;
import io.github.clearstreet.json.OpenEnum;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports for people. */
final class ReportTables {
    private static final String NONE = "-";

    private ReportTables() {}

    static String of(FlattenReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Account " + report.accountId() + (report.flat() ? " is flat" : " is NOT FLAT: " + report.stopReason())
                        + ", after " + seconds(report.startedAt(), report.endedAt()) + " s");
        lines.add(Printable.text(report.message()));
        addPositions(report.positions(), lines);
        addOrders(
                "Orders",
                report.positions().stream()
                        .flatMap(position -> position.orders().stream())
                        .toList(),
                lines);
        addOrders("Other open orders", report.otherOpenOrders(), lines);
        report.cancelledOrders()
                .forEach(order -> lines.add(Printable.text("CANCELLED: " + order + ", was " + terms(order))));
        report.remarks().forEach(remark -> lines.add(Printable.text("NOTE: " + remark)));
        report.resolved().forEach(request -> lines.add(Printable.text("RESOLVED: " + request)));
        report.unresolved().forEach(request -> lines.add(Printable.text("UNRESOLVED: " + request)));
        return String.join("\n", lines);
    }

    static String of(Preview preview) {
        List<String> lines = new ArrayList<>();
        lines.add("Account " + preview.accountId() + (preview.flat() ? " is flat" : "") + " at "
                + preview.takenAt().truncatedTo(ChronoUnit.SECONDS));
        if (!preview.positions().isEmpty()) {
            Table table = new Table(List.of(
                    left("SYMBOL"),
                    left("CLOSING SIDE"),
                    right("QUANTITY"),
                    right("VALUE"),
                    right("OPEN ORDERS"),
                    left("INSTRUMENT ID")));
            preview.positions()
                    .forEach(position -> table.add(List.of(
                            position.position().symbol(),
                            position.closingSide().value(),
                            position.closingQuantity().toPlainString(),
                            number(position.estimatedValue()),
                            Integer.toString(position.openOrders().size()),
                            position.position().instrumentId())));
            lines.add("");
            lines.addAll(table.lines());
        }
        addOrders(
                "Open orders in the way",
                preview.positions().stream()
                        .flatMap(position -> position.openOrders().stream())
                        .distinct()
                        .toList(),
                lines);
        addOrders("Other open orders", preview.otherOpenOrders(), lines);
        preview.remarks().forEach(remark -> lines.add(Printable.text("NOTE: " + remark)));
        preview.problems().forEach(problem -> lines.add(Printable.text("PROBLEM: " + problem)));
        return String.join("\n", lines);
    }

    private static void addPositions(List<PositionReport> positions, List<String> lines) {
        if (positions.isEmpty()) {
            return;
        }
        Table table =
                new Table(List.of(left("SYMBOL"), right("BEFORE"), right("AFTER"), left("AS OF"), left("REASON")));
        positions.forEach(position -> table.add(List.of(
                position.symbol(),
                position.before().quantity().toPlainString(),
                text(position.after()),
                position.asOf()
                        .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(NONE),
                (position.wentThroughZero() ? "WENT THROUGH ZERO " : "")
                        + position.reason().orElse(""))));
        lines.add("");
        lines.addAll(table.lines());
    }

    private static void addOrders(String title, List<OrderState> orders, List<String> lines) {
        if (orders.isEmpty()) {
            return;
        }
        Table table = new Table(List.of(
                left("SYMBOL"),
                left("SIDE"),
                right("QUANTITY"),
                right("FILLED"),
                right("AVERAGE PRICE"),
                left("STATUS"),
                left("ORDER ID")));
        orders.forEach(order -> table.add(List.of(
                order.symbol().or(order::instrumentId).orElse(NONE),
                order.side().map(OpenEnum::value).orElse(NONE),
                number(order.quantity()),
                number(order.filledQuantity()),
                number(order.averagePrice()),
                order.status().map(OpenEnum::value).orElse(NONE) + (order.isQueued() ? " (AWAITING_RELEASE)" : ""),
                order.id().orElse(NONE))));
        lines.add("");
        lines.add(title + ":");
        lines.addAll(table.lines());
    }

    private static String seconds(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3).toPlainString();
    }

    private static String terms(OrderState order) {
        return OrderTerms.of(order).entrySet().stream()
                .map(term -> term.getKey() + " " + term.getValue())
                .collect(Collectors.joining(", "));
    }

    /** A number that may be unknown, inside of a text. */
    static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("?");
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(NONE);
    }

    private static Column left(String title) {
        return new Column(title, Alignment.LEFT);
    }

    private static Column right(String title) {
        return new Column(title, Alignment.RIGHT);
    }
}
