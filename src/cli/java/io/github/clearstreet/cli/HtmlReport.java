package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.OrderState;
import io.github.clearstreet.closeout.PositionReport;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.OpenEnum;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page about runs, for the morning after. It needs no other file, runs no script and loads nothing. */
final class HtmlReport {
    private static final String STYLE =
            "body{font:14px/1.5 system-ui,sans-serif;margin:2rem auto;padding:0 1.5rem;max-width:62rem;color:#1c2530;overflow-wrap:anywhere}"
                    + "h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.2rem}h3{font-size:1rem;margin-bottom:.3rem}"
                    + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}"
                    + "th,td{text-align:left;padding:.25rem .7rem .25rem 0;border-bottom:1px solid #d9dee4;vertical-align:top}"
                    + "th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}.ok{color:#0a6b3d}.bad{color:#b3261e}"
                    + ".wide{overflow-x:auto}td,th{overflow-wrap:normal}"
                    + "svg{box-sizing:border-box;width:100%;min-width:38rem;height:auto;border:1px solid #d9dee4}.small{color:#5c6773;font-size:.85rem}";

    private static final Set<String> NUMBERS = Set.of("Before", "After", "Quantity", "Filled", "Average price");

    private final StringBuilder html = new StringBuilder();

    private HtmlReport() {}

    static String of(URI server, List<FlattenReport> reports) {
        HtmlReport page = new HtmlReport();
        page.html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "<title>Flatten</title><style>" + STYLE + "</style></head><body>\n<h1>Flatten at "
                + text(server.toString()) + "</h1>\n");
        reports.forEach(page::add);
        return page.html.append("</body></html>\n").toString();
    }

    private void add(FlattenReport report) {
        html.append("<h2 class=\"")
                .append(report.flat() ? "ok" : "bad")
                .append("\">Account ")
                .append(report.accountId())
                .append(report.flat() ? " is flat" : " is NOT FLAT: " + report.stopReason())
                .append("</h2>\n<p>")
                .append(text(report.message()))
                .append("</p>\n<p class=\"small\">From ")
                .append(report.startedAt())
                .append(" to ")
                .append(report.endedAt())
                .append(" (UTC)</p>\n");
        report.unresolved()
                .forEach(request -> html.append("<p class=\"bad\">UNRESOLVED: ")
                        .append(text(request.toString()))
                        .append("</p>\n"));
        for (PositionReport position : report.positions()) {
            html.append("<h3>").append(text(position.symbol())).append("</h3>\n");
            html.append("<div class=\"wide\">")
                    .append(PositionChart.of(report, position))
                    .append("</div>\n");
        }
        addPositions(report.positions());
        addOrders(
                "Orders",
                report.positions().stream()
                        .flatMap(position -> position.orders().stream())
                        .toList());
        addOrders("Cancelled orders", report.cancelledOrders());
        addOrders("Other open orders", report.otherOpenOrders());
        report.remarks()
                .forEach(remark -> html.append("<p>").append(text(remark)).append("</p>\n"));
        table(
                "Timeline",
                List.of("Time", "Event", "What"),
                report.timeline().stream()
                        .map(event -> row(event.at().toString(), event.kind().name(), event.text())));
        if (!report.requestIds().isEmpty()) {
            html.append("<p class=\"small\">Request ids: ")
                    .append(text(String.join(", ", report.requestIds())))
                    .append("</p>\n");
        }
    }

    private void addPositions(List<PositionReport> positions) {
        table(
                "Positions",
                List.of("Symbol", "Before", "After", "As of", "Reason"),
                positions.stream()
                        .map(position -> row(
                                position.symbol(),
                                position.before().quantity().toPlainString(),
                                number(position.after()),
                                position.asOf().map(Object::toString).orElse(""),
                                position.reason().orElse("")
                                        + (position.wentThroughZero() ? " It went through zero." : ""))));
    }

    private void addOrders(String title, List<OrderState> orders) {
        table(
                title,
                List.of("Symbol", "Side", "Quantity", "Filled", "Average price", "Status", "Order id"),
                orders.stream()
                        .map(order -> row(
                                order.symbol().orElse(ModelTable.MISSING),
                                order.side().map(OpenEnum::value).orElse(ModelTable.MISSING),
                                number(order.quantity()),
                                number(order.filledQuantity()),
                                number(order.averagePrice()),
                                order.status().map(OpenEnum::value).orElse(ModelTable.MISSING),
                                order.id().orElse(ModelTable.MISSING))));
    }

    private void table(String title, List<String> heads, Stream<String> rows) {
        List<String> all = rows.toList();
        if (!all.isEmpty()) {
            html.append("<h3>").append(title).append("</h3>\n<div class=\"wide\"><table><tr>");
            heads.forEach(head -> html.append(NUMBERS.contains(head) ? "<th class=\"n\">" : "<th>")
                    .append(head)
                    .append("</th>"));
            html.append("</tr>\n").append(String.join("", all)).append("</table></div>\n");
        }
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> "<td" + (cell.matches("-|-?[0-9.]+") ? " class=\"n\"" : "") + ">" + text(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(ModelTable.MISSING);
    }

    /** The server's text as text: it is no markup, and steers nothing. */
    static String text(String text) {
        return Printable.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
