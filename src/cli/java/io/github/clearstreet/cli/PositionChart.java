package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.HeldPosition;
import io.github.clearstreet.closeout.OrderState;
import io.github.clearstreet.closeout.PositionReport;
import io.github.clearstreet.closeout.TimelineEvent;
import io.github.clearstreet.json.OpenEnum;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was held of one instrument over the time of a run, as a picture, with what happened to it. */
final class PositionChart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 190;
    private static final int LEFT = 70;
    private static final int RIGHT = 15;
    private static final int TOP = 30;
    private static final int BOTTOM = 30;

    private final FlattenReport report;
    private final PositionReport position;
    private final List<Held> line = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder();

    private record Held(Instant at, double quantity) {}

    private PositionChart(FlattenReport report, PositionReport position) {
        this.report = report;
        this.position = position;
    }

    static String of(FlattenReport report, PositionReport position) {
        return new PositionChart(report, position).draw();
    }

    private String draw() {
        readLine();
        svg.append("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"Position of ")
                .append(HtmlReport.text(position.symbol()))
                .append(" over time\" font-size=\"11\" font-family=\"sans-serif\">\n");
        axis(0, "0");
        axis(highest(), plain(highest()));
        if (lowest() < 0) {
            axis(lowest(), plain(lowest()));
        }
        drawLine();
        report.timeline().forEach(this::mark);
        label(LEFT, HEIGHT - 8, "start", "0 s");
        label(WIDTH - RIGHT, HEIGHT - 8, "end", plain(seconds(report.endedAt())) + " s");
        return svg.append("</svg>\n").toString();
    }

    /** From what was held at first, over each look, to what is known at the end. */
    private void readLine() {
        line.add(new Held(report.startedAt(), position.before().quantity().doubleValue()));
        for (TimelineEvent event : report.timeline()) {
            if (event.kind() == TimelineEvent.Kind.READ && !event.positions().isEmpty()) {
                line.add(new Held(event.at(), held(event.positions()).doubleValue()));
            }
        }
        position.after()
                .ifPresent(after -> line.add(new Held(
                        position.asOf().filter(this::isWithin).orElse(report.endedAt()), after.doubleValue())));
    }

    private BigDecimal held(List<HeldPosition> positions) {
        return positions.stream()
                .filter(held -> held.instrumentId().equals(position.instrumentId()))
                .map(HeldPosition::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isWithin(Instant moment) {
        return !moment.isBefore(report.startedAt()) && !moment.isAfter(report.endedAt());
    }

    private void drawLine() {
        StringBuilder path = new StringBuilder();
        Held before = line.get(0);
        path.append("M").append(point(x(before.at()), y(before.quantity())));
        for (Held held : line) {
            path.append(" L").append(point(x(held.at()), y(before.quantity())));
            path.append(" L").append(point(x(held.at()), y(held.quantity())));
            before = held;
        }
        svg.append("<path fill=\"none\" stroke=\"#1f5fbf\" stroke-width=\"2\" d=\"")
                .append(path)
                .append("\"/>\n");
    }

    private void mark(TimelineEvent event) {
        if (event.instrumentId()
                .filter(id -> !id.equals(position.instrumentId()))
                .isPresent()) {
            return;
        }
        switch (event.kind()) {
            case CANCELLING -> request(event, "#8a6d00", "cancel");
            case CLOSING -> request(event, "#0a6b3d", "close");
            case OUTCOME_UNKNOWN -> request(event, "#b3261e", "unknown");
            case REJECTED -> request(event, "#b3261e", "rejected");
            case ORDER -> event.order().filter(this::isOfThis).ifPresent(order -> order(event, order));
            default -> {
                // What is read is the line itself.
            }
        }
    }

    private boolean isOfThis(OrderState order) {
        return order.instrumentId()
                .map(position.instrumentId()::equals)
                .or(() -> order.symbol().map(position.symbol()::equals))
                .orElse(false);
    }

    private void request(TimelineEvent event, String color, String word) {
        String x = coordinate(x(event.at()));
        svg.append("<g><title>")
                .append(HtmlReport.text(event.toString()))
                .append("</title><line x1=\"" + x + "\" x2=\"" + x
                        + "\" y1=\"" + TOP + "\" y2=\"" + (HEIGHT - BOTTOM) + "\" stroke=\"" + color
                        + "\" stroke-dasharray=\"4 3\"/><text x=\"" + x + "\" y=\"" + row(word) + "\" fill=\"" + color
                        + "\" text-anchor=\"middle\">" + word + "</text></g>\n");
    }

    /** Words of requests that follow each other closely do not lie on each other. */
    private static int row(String word) {
        return word.equals("close") ? TOP - 5 : TOP - 17;
    }

    private void order(TimelineEvent event, OrderState order) {
        String status = order.status().map(OpenEnum::value).orElse("?");
        boolean fills =
                order.filledQuantity().filter(filled -> filled.signum() > 0).isPresent();
        String color = fills ? "#0a6b3d" : order.canFill() ? "#1f5fbf" : "#8a6d00";
        svg.append("<g><title>")
                .append(HtmlReport.text(event.toString()))
                .append("</title><circle cx=\"")
                .append(coordinate(x(event.at())))
                .append("\" cy=\"")
                .append(coordinate(y(heldAt(event.at()))))
                .append("\" r=\"5\" fill=\"")
                .append(fills ? color : "#ffffff")
                .append("\" stroke=\"" + color + "\" stroke-width=\"2\" class=\"")
                .append(HtmlReport.text(status))
                .append("\"/></g>\n");
    }

    private double heldAt(Instant moment) {
        Optional<Held> latest =
                line.stream().filter(held -> !held.at().isAfter(moment)).reduce((first, next) -> next);
        return latest.map(Held::quantity).orElse(line.get(0).quantity());
    }

    private void axis(double quantity, String text) {
        String y = coordinate(y(quantity));
        svg.append("<line x1=\"" + LEFT + "\" x2=\"" + (WIDTH - RIGHT) + "\" y1=\"" + y + "\" y2=\"" + y
                + "\" stroke=\"#d9dee4\"/>\n");
        label(LEFT - 8, y(quantity) + 4, "end", text);
    }

    private void label(double x, double y, String anchor, String text) {
        svg.append("<text fill=\"#5c6773\" x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" text-anchor=\""
                + anchor + "\">" + HtmlReport.text(text) + "</text>\n");
    }

    private double highest() {
        double highest = line.stream().mapToDouble(Held::quantity).max().orElse(0);
        return Math.max(highest, lowest() < 0 ? 0 : 1);
    }

    private double lowest() {
        return Math.min(0, line.stream().mapToDouble(Held::quantity).min().orElse(0));
    }

    private double x(Instant moment) {
        double whole = Math.max(0.001, seconds(report.endedAt()));
        double part = Math.min(1, Math.max(0, seconds(moment) / whole));
        return LEFT + part * (WIDTH - LEFT - RIGHT);
    }

    private double y(double quantity) {
        double range = Math.max(1e-12, highest() - lowest());
        return TOP + (highest() - quantity) / range * (HEIGHT - TOP - BOTTOM);
    }

    private double seconds(Instant moment) {
        return Duration.between(report.startedAt(), moment).toMillis() / 1000.0;
    }

    private static String point(double x, double y) {
        return coordinate(x) + "," + coordinate(y);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
