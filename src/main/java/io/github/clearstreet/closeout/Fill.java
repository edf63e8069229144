package io.github.clearstreet.closeout;

import io.github.clearstreet.api.OrdersApi.GetExecutionsQuery;
import io.github.clearstreet.closeout.PageReader.IncompleteException;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Execution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One execution.
 *
 * @param signed the quantity, negative when sold
 * @param at by the server's clock
 */
record Fill(
        String id,
        String orderId,
        @Nullable String instrumentId,
        @Nullable String symbol,
        BigDecimal signed,
        Instant at) {

    /** Reads all executions since then. */
    static List<Fill> since(AccountCalls calls, Instant since) {
        List<Execution> read = PageReader.all(token -> calls.executionsPage(
                GetExecutionsQuery.builder()
                        .from(since)
                        .pageSize(AccountCalls.LARGEST_PAGE)
                        .pageToken(token)
                        .build(),
                token != null));
        List<Fill> fills = new ArrayList<>();
        for (Execution execution : read) {
            try {
                fills.add(of(execution));
            } catch (UnreadableValueException e) {
                throw new IncompleteException("an execution could not be read (" + e.getMessage() + ")");
            }
        }
        return fills;
    }

    private static Fill of(Execution execution) {
        BigDecimal quantity = execution.quantity().abs();
        String side = execution.side().value().toUpperCase(Locale.ROOT);
        boolean sold = side.startsWith("SELL");
        if (!sold && !side.startsWith("BUY")) {
            throw new IncompleteException(
                    "an execution neither bought nor sold: " + execution.side().value());
        }
        return new Fill(
                execution.id(),
                execution.orderId(),
                execution.instrumentId().orElse(null),
                execution.symbol().orElse(null),
                sold ? quantity.negate() : quantity,
                execution.transactionTime());
    }

    /** True if only its order says what was traded. */
    boolean namesNoInstrument() {
        return instrumentId == null && symbol == null;
    }

    boolean isOf(HeldPosition position) {
        return instrumentId != null
                ? HeldPosition.isNamed(instrumentId, position.instrumentId())
                        || HeldPosition.isNamed(instrumentId, position.symbol())
                : symbol != null && HeldPosition.isNamed(symbol, position.symbol());
    }
}
