package io.github.clearstreet.closeout;

import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.json.ReadableValue;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.model.PositionType;
import io.github.clearstreet.model.SecurityType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All positions of an account at one time.
 *
 * @param held what is held, by the name of the instrument in one spelling: one row, or two if it is held long and short at once; nothing with a quantity of zero
 * @param problems what could not be read, or does not belong here; unless empty, the account is not known to be flat
 * @param unreadable the instruments of those rows
 * @param leftOut rows that are no positions to close, such as cash
 * @param rows all of them, as they came
 */
record PositionList(
        Map<String, List<HeldPosition>> held,
        List<String> problems,
        Set<String> unreadable,
        Set<String> leftOut,
        List<Position> rows) {
    /** Stands for an instrument whose very id could not be read. */
    private static final String ANY = "";

    static PositionList of(AccountCalls calls) {
        List<Position> read = PageReader.all(token -> calls.positionsPage(
                GetPositionsQuery.builder()
                        .pageSize(AccountCalls.LARGEST_PAGE)
                        .pageToken(token)
                        .build(),
                token != null));
        PositionList list = new PositionList(
                new LinkedHashMap<>(), new ArrayList<>(), new HashSet<>(), new LinkedHashSet<>(), read);
        read.forEach(position -> list.add(position, calls.accountId()));
        list.unreadable.forEach(list.held::remove);
        return list;
    }

    private void add(Position position, long accountId) {
        String instrumentId = ReadableValue.optional(position::instrumentId).orElse(null);
        try {
            Long owner = ReadableValue.optional(position::accountId).orElse(null);
            if (owner != null && owner != accountId) {
                problems.add("a position of another account, " + owner + ", came and was refused: "
                        + ReadableValue.optional(position::symbol).orElse(null));
                return;
            }
            BigDecimal quantity = position.quantity();
            if (ReadableValue.optional(position::instrumentType)
                    .filter(type -> SecurityType.CASH.value().equalsIgnoreCase(type.value()))
                    .isPresent()) {
                leftOut.add("cash is no position to close: " + position.symbol() + " " + quantity.toPlainString());
                return;
            }
            if (quantity.signum() != 0) {
                add(position, position.instrumentId(), quantity);
            }
        } catch (UnreadableValueException e) {
            refuse(instrumentId, "a position could not be read (" + e.getMessage() + ")");
        }
    }

    private void add(Position position, String instrumentId, BigDecimal quantity) {
        String symbol = ReadableValue.optional(position::symbol).orElse(null);
        HeldPosition row = HeldPosition.of(
                instrumentId,
                symbol == null ? instrumentId : symbol,
                quantity,
                ReadableValue.optional(position::marketValue).orElse(null));
        String type = ReadableValue.optional(position::positionType)
                .map(word -> word.value().toUpperCase(Locale.ROOT))
                .orElse("");
        boolean saysLong = type.contains(PositionType.LONG.value());
        boolean saysShort = type.contains(PositionType.SHORT.value())
                || (!saysLong && (isNegative(position::marketValue) || isNegative(position::availableQuantity)));
        if (quantity.signum() < 0 ? saysLong : saysShort) {
            refuse(
                    instrumentId,
                    "a position contradicts itself: " + row + " is said to be " + (saysLong ? "long" : "short"));
            return;
        }
        List<HeldPosition> rows =
                held.computeIfAbsent(HeldPosition.oneSpelling(instrumentId), unseen -> new ArrayList<>());
        if (rows.stream().anyMatch(other -> other.quantity().signum() == quantity.signum())) {
            refuse(instrumentId, "an instrument came twice: " + row);
            return;
        }
        rows.add(row);
    }

    private static boolean isNegative(Supplier<BigDecimal> value) {
        return ReadableValue.optional(value)
                .filter(number -> number.signum() < 0)
                .isPresent();
    }

    private void refuse(@Nullable String instrumentId, String problem) {
        problems.add(problem);
        unreadable.add(instrumentId == null ? ANY : HeldPosition.oneSpelling(instrumentId));
    }

    /** True unless nothing is held in this instrument for certain. */
    boolean mayHold(String name) {
        return held.containsKey(name) || unreadable.contains(name) || unreadable.contains(ANY);
    }

    List<HeldPosition> list() {
        return held.values().stream().flatMap(List::stream).toList();
    }

    /** True if both say the same about every instrument. */
    boolean agreesWith(PositionList other) {
        return unreadable.equals(other.unreadable)
                && held.keySet().equals(other.held.keySet())
                && held.keySet().stream().allMatch(id -> net(id).compareTo(other.net(id)) == 0);
    }

    BigDecimal net(String instrumentId) {
        return HeldPosition.net(held.getOrDefault(HeldPosition.oneSpelling(instrumentId), List.of()));
    }
}
