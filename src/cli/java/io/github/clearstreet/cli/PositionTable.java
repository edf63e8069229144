package io.github.clearstreet.cli;

import io.github.clearstreet.model.Position;
import java.util.List;

/** Positions. A value that cannot be read is a question mark: a number must not be taken for what it is not. */
final class PositionTable {
    private PositionTable() {}

    static List<String> lines(List<Position> positions) {
        return new ModelTable<Position>(unreadable -> "?")
                .text("SYMBOL", Position::symbol)
                .text("TYPE", position -> position.instrumentType().value())
                .number("QUANTITY", Position::quantity)
                .number("AVAILABLE", Position::availableQuantity)
                .optionalNumber("PRICE", Position::instrumentPrice)
                .number("VALUE", Position::marketValue)
                .optionalNumber("AVERAGE PRICE", Position::avgPrice)
                .optionalNumber("UNREALIZED PNL", Position::unrealizedPnl)
                .text("INSTRUMENT ID", Position::instrumentId)
                .lines(positions);
    }
}
