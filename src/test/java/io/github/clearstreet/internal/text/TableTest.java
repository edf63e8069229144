package io.github.clearstreet.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.internal.text.Table.Alignment;
import io.github.clearstreet.internal.text.Table.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void lines_haveWordsToTheLeftAndNumbersToTheRight() {
        Table table = new Table(List.of(
                new Column("symbol", Alignment.LEFT),
                new Column("quantity", Alignment.RIGHT),
                new Column("side", Alignment.LEFT)));
        table.add(List.of("GOOG", "25", "SELL"));
        table.add(List.of("A\u001b[2J", "1234567890", "BUY"));

        assertThat(table.lines())
                .containsExactly(
                        "symbol    quantity  side", //
                        "GOOG            25  SELL",
                        "A?[2J   1234567890  BUY");
    }
}
