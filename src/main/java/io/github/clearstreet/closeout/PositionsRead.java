package io.github.clearstreet.closeout;

import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All positions of an account at one time.
 *
 * @param held what is held, by instrument; nothing with a quantity of zero
 * @param problems the positions that could not be read; unless empty, the account is not known to be flat
 * @param unreadable the instruments of those positions
 */
record PositionsRead(Map<String, HeldPosition> held, List<String> problems, Set<String> unreadable) {
    /** Stands for an instrument whose very id could not be read. */
    private static final String ANY = "";

    static PositionsRead of(AccountCalls calls) {
        List<Position> read = PageReader.all(token ->
                calls.positionsPage(GetPositionsQuery.builder().pageToken(token).build()));
        Map<String, HeldPosition> held = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        Set<String> unreadable = new HashSet<>();
        for (Position position : read) {
            try {
                String instrumentId = position.instrumentId();
                BigDecimal quantity = position.quantity();
                if (quantity.signum() != 0) {
                    held.put(
                            instrumentId,
                            HeldPosition.of(
                                    instrumentId, symbol(position, instrumentId), quantity, marketValue(position)));
                }
            } catch (UnreadableValueException e) {
                problems.add("a position could not be read (" + e.getMessage() + ")");
                unreadable.add(instrumentId(position));
            }
        }
        return new PositionsRead(held, problems, unreadable);
    }

    /** True unless nothing is held in this instrument for certain. */
    boolean mayHold(String instrumentId) {
        return held.containsKey(instrumentId) || unreadable.contains(instrumentId) || unreadable.contains(ANY);
    }

    List<HeldPosition> list() {
        return List.copyOf(held.values());
    }

    private static String instrumentId(Position position) {
        try {
            return position.instrumentId();
        } catch (UnreadableValueException e) {
            return ANY;
        }
    }

    private static String symbol(Position position, String otherwise) {
        try {
            return position.symbol();
        } catch (UnreadableValueException e) {
            return otherwise;
        }
    }

    private static @Nullable BigDecimal marketValue(Position position) {
        try {
            return position.marketValue();
        } catch (UnreadableValueException e) {
            return null;
        }
    }
}
