package io.github.clearstreet.cli;

import io.github.clearstreet.internal.text.Table;
import io.github.clearstreet.internal.text.Table.Alignment;
import io.github.clearstreet.internal.text.Table.Column;
import io.github.clearstreet.json.UnreadableValueException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the API lists as people want to see it: one line each. One value that cannot be read does not hide the others. Not
 * thread-safe.
 */
final class ModelTable<T> {
    static final String MISSING = "-";

    private final List<Column> columns = new ArrayList<>();
    private final List<Function<T, String>> cells = new ArrayList<>();
    private final Function<UnreadableValueException, String> unreadable;

    /**
     * @param unreadable what stands for a value that cannot be read
     */
    ModelTable(Function<UnreadableValueException, String> unreadable) {
        this.unreadable = unreadable;
    }

    ModelTable<T> text(String title, Function<T, String> cell) {
        return add(new Column(title, Alignment.LEFT), cell);
    }

    ModelTable<T> number(String title, Function<T, BigDecimal> cell) {
        return optionalNumber(title, cell.andThen(Optional::of));
    }

    ModelTable<T> optionalNumber(String title, Function<T, Optional<BigDecimal>> cell) {
        return add(
                new Column(title, Alignment.RIGHT),
                row -> cell.apply(row).map(BigDecimal::toPlainString).orElse(MISSING));
    }

    /** Nothing if there are no rows, and otherwise the table between two empty lines. */
    List<String> lines(List<T> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Table table = new Table(columns);
        rows.forEach(
                row -> table.add(cells.stream().map(cell -> read(cell, row)).toList()));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(0, "");
        lines.add("");
        return lines;
    }

    private ModelTable<T> add(Column column, Function<T, String> cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    private String read(Function<T, String> cell, T row) {
        try {
            return cell.apply(row);
        } catch (UnreadableValueException e) {
            return unreadable.apply(e);
        }
    }
}
