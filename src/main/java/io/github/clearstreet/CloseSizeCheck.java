package io.github.clearstreet;

import io.github.clearstreet.internal.http.Call;
import io.github.clearstreet.internal.text.Messages;
import io.github.clearstreet.json.ReadableValue;
import io.github.clearstreet.model.Position;
import io.github.clearstreet.model.PositionType;
import io.github.clearstreet.model.SecurityType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the positions that a close is about, and lets the guards judge its size. What cannot be measured is refused. */
final class CloseSizeCheck {
    private final Guards guards;
    private final long accountId;
    private final @Nullable String instrumentId;
    private final Optional<List<Position>> given;
    private final Function<Duration, Pages<Position>> positions;

    /**
     * @param instrumentId the instrument, by id or symbol, or null for all positions
     * @param given what the caller has just read; empty to read it here
     * @param positions reads all positions of the account within a time
     */
    CloseSizeCheck(
            Guards guards,
            long accountId,
            @Nullable String instrumentId,
            Optional<List<Position>> given,
            Function<Duration, Pages<Position>> positions) {
        this.guards = guards;
        this.accountId = accountId;
        this.instrumentId = instrumentId;
        this.given = given;
        this.positions = positions;
    }

    /**
     * Measures the close. All reads that belong to it have its deadline; nothing is read if the positions were given.
     *
     * @return fails with a {@link Guards.RefusedException} if it is too large, or could not be measured
     */
    CompletableFuture<Void> check(Call close) {
        if (given.isPresent()) {
            judgeRows(given.get());
            return CompletableFuture.completedFuture(null);
        }
        return positions.apply(close.remaining()).all().handle((read, thrown) -> {
            if (thrown != null) {
                throw unread(thrown);
            }
            judge(read);
            return null;
        });
    }

    private void judge(List<ApiResponse<List<Position>>> pages) {
        List<Position> held = Pager.rows(pages);
        Optional<Long> total = pages.get(pages.size() - 1).metadata().totalItems();
        if (total.isPresent() && total.get() > held.size()) {
            throw unmeasured("the server counts " + total.get() + " positions, and sent " + held.size());
        }
        judgeRows(held);
    }

    private void judgeRows(List<Position> held) {
        if (held.stream()
                .anyMatch(
                        position -> !ReadableValue.optional(position::accountId).equals(Optional.of(accountId)))) {
            throw unmeasured("a position in the list is not of this account");
        }
        List<Position> meant = held.stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            throw unmeasured(
                    instrumentId == null
                            ? "the list of positions is empty"
                            : "no position in the list has this id or symbol; pass the id that the list shows");
        }
        if (meant.stream().anyMatch(CloseSizeCheck::contradictsItself)) {
            throw unmeasured("the sign of a quantity contradicts the type of its position");
        }
        guards.refusalOfClose(meant.stream()
                        .filter(position -> ReadableValue.optional(position::quantity)
                                .filter(quantity -> quantity.signum() == 0)
                                .isEmpty())
                        .filter(position -> !ReadableValue.optional(position::instrumentType)
                                .equals(Optional.of(SecurityType.CASH)))
                        .map(position -> ReadableValue.optional(position::marketValue))
                        .toList())
                .ifPresent(refusal -> {
                    throw new Guards.RefusedException(refusal);
                });
    }

    /** What cannot be told apart by its name counts, too. The server takes names in any case, and trims them. */
    private boolean isMeant(Position position) {
        Predicate<Supplier<String>> matches = name -> ReadableValue.orElse(
                () -> instrumentId == null || name.get().strip().equalsIgnoreCase(instrumentId.strip()), true);
        return instrumentId == null || matches.test(position::instrumentId) || matches.test(position::symbol);
    }

    private static boolean contradictsItself(Position position) {
        int sign = ReadableValue.optional(position::quantity)
                .map(BigDecimal::signum)
                .orElse(0);
        PositionType type = ReadableValue.optional(position::positionType).orElse(null);
        return (PositionType.LONG.equals(type) && sign < 0) || (PositionType.SHORT.equals(type) && sign > 0);
    }

    private static Guards.RefusedException unread(Throwable e) {
        Throwable cause = e.getCause() != null && !(e instanceof ClearStreetException) ? e.getCause() : e;
        return unmeasured(Messages.oneLine(String.valueOf(cause.getMessage())));
    }

    private static Guards.RefusedException unmeasured(String why) {
        return new Guards.RefusedException("the size of the close could not be measured (" + why + ")");
    }
}
