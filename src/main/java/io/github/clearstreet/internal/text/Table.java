package io.github.clearstreet.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text in columns: words to the left, numbers to the right. */
public final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> lines = new ArrayList<>();

    public enum Alignment {
        LEFT,
        RIGHT
    }

    public record Column(String title, Alignment alignment) {}

    public Table(List<Column> columns) {
        this.columns = columns;
        lines.add(columns.stream().map(Column::title).toList());
    }

    public void add(List<String> cells) {
        lines.add(cells.stream().map(Printable::text).toList());
    }

    public List<String> lines() {
        return lines.stream().map(this::line).toList();
    }

    private String line(List<String> cells) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            padded.add(pad(cells.get(column), column));
        }
        return padded.stream().collect(Collectors.joining(GAP)).stripTrailing();
    }

    private String pad(String cell, int column) {
        String space = " ".repeat(width(column) - cell.length());
        return columns.get(column).alignment() == Alignment.LEFT ? cell + space : space + cell;
    }

    private int width(int column) {
        return lines.stream()
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElse(0);
    }
}
