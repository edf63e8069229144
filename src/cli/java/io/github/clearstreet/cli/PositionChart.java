package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.OrderState;
import io.github.clearstreet.closeout.PositionReport;
import io.github.clearstreet.closeout.TimelineEvent;
import io.github.clearstreet.json.OpenEnum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was held of one instrument over the time of a run, as a picture, with what happened to it. */
final class PositionChart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 222;
    private static final int LEFT = 70;
    private static final int RIGHT = 15;
    private static final int TOP = 62;
    private static final int BOTTOM = 30;

    private final FlattenReport report;
    private final PositionReport position;
    private final PositionLine line;
    private final StringBuilder svg = new StringBuilder();
    private final List<Double> axes = new ArrayList<>();
    private final Map<Integer, Double> words = new HashMap<>();

    private PositionChart(FlattenReport report, PositionReport position) {
        this.report = report;
        this.position = position;
        line = new PositionLine(report, position);
    }

    static String of(FlattenReport report, PositionReport position) {
        return new PositionChart(report, position).draw();
    }

    private String draw() {
        svg.append("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"Position of ")
                .append(HtmlReport.text(position.symbol()))
                .append(" over time\" font-size=\"11\" font-family=\"sans-serif\">\n");
        axis(0);
        axis(line.highest());
        axis(line.lowest());
        drawLine();
        report.timeline().forEach(this::mark);
        label(LEFT, HEIGHT - 8, "start", "0 s");
        label(WIDTH - RIGHT, HEIGHT - 8, "end", plain(seconds(report.endedAt())) + " s");
        return svg.append("</svg>\n").toString();
    }

    private void drawLine() {
        StringBuilder path = new StringBuilder();
        PositionLine.Held before = line.looks().get(0);
        path.append("M").append(point(x(before.at()), y(before.quantity())));
        for (PositionLine.Held held : line.looks()) {
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
            case CANCELLING -> request(event, "#8a6d00", Word.CANCEL);
            case CLOSING -> request(event, "#0a6b3d", Word.CLOSE);
            case OUTCOME_UNKNOWN -> request(event, "#b3261e", Word.UNKNOWN);
            case REJECTED -> request(event, "#b3261e", Word.REJECTED);
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

    private void request(TimelineEvent event, String color, Word word) {
        String x = coordinate(x(event.at()));
        svg.append("<g><title>")
                .append(HtmlReport.text(event.toString()))
                .append("</title><line x1=\"" + x + "\" x2=\"" + x
                        + "\" y1=\"" + TOP + "\" y2=\"" + (HEIGHT - BOTTOM) + "\" stroke=\"" + color
                        + "\" shape-rendering=\"crispEdges\" stroke-dasharray=\"4 8\" stroke-dashoffset=\""
                        + -4 * word.row + "\"/>");
        if (isFree(word.row, x(event.at()))) {
            svg.append("<text x=\"" + x + "\" y=\"" + (TOP - 48 + 13 * word.row) + "\" fill=\"" + color
                    + "\" text-anchor=\"middle\">" + word.name().toLowerCase(Locale.ROOT) + "</text>");
        }
        svg.append("</g>\n");
    }

    /** Each word has a row of its own, and the dashes of two requests at one moment lie between each other. */
    private enum Word {
        CANCEL(0),
        CLOSE(1),
        UNKNOWN(2),
        REJECTED(3);

        private final int row;

        Word(int row) {
            this.row = row;
        }
    }

    /** A word that would lie on the one before it in its row is left out; its line stays. */
    private boolean isFree(int row, double x) {
        Double before = words.get(row);
        if (before != null && x - before < 60) {
            return false;
        }
        words.put(row, x);
        return true;
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
                .append(coordinate(y(line.heldAt(event.at()))))
                .append("\" r=\"5\" fill=\"")
                .append(fills ? color : "#ffffff")
                .append("\" stroke=\"" + color + "\" stroke-width=\"2\" class=\"")
                .append(HtmlReport.text(status))
                .append("\"/></g>\n");
    }

    /** Two that would lie on each other are one. */
    private void axis(double quantity) {
        if (axes.stream().anyMatch(drawn -> Math.abs(drawn - y(quantity)) < 14)) {
            return;
        }
        axes.add(y(quantity));
        String y = coordinate(y(quantity));
        svg.append("<line x1=\"" + LEFT + "\" x2=\"" + (WIDTH - RIGHT) + "\" y1=\"" + y + "\" y2=\"" + y
                + "\" stroke=\"#d9dee4\"/>\n");
        label(LEFT - 8, y(quantity) + 4, "end", plain(quantity));
    }

    private void label(double x, double y, String anchor, String text) {
        svg.append("<text fill=\"#5c6773\" x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" text-anchor=\""
                + anchor + "\">" + HtmlReport.text(text) + "</text>\n");
    }

    private double x(Instant moment) {
        double whole = Math.max(0.001, seconds(report.endedAt()));
        double part = Math.min(1, Math.max(0, seconds(moment) / whole));
        return LEFT + part * (WIDTH - LEFT - RIGHT);
    }

    private double y(double quantity) {
        double range = Math.max(Double.MIN_NORMAL, line.highest() - line.lowest());
        return TOP + (line.highest() - quantity) / range * (HEIGHT - TOP - BOTTOM);
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

    /** What has no place beside the chart is rounded: the tables have all digits. */
    private static String plain(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        String plain = exact.toPlainString();
        return plain.length() <= 9 ? plain : exact.round(new MathContext(3)).toString();
    }
}
