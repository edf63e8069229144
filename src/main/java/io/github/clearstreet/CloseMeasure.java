package io.github.clearstreet;

import io.github.clearstreet.api.PositionsApi.GetPositionsQuery;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the positions that a close is about, and lets the guards judge its size. */
final class CloseMeasure {
    private final Guards guards;
    private final @Nullable String instrumentId;

    /**
     * @param instrumentId the instrument, by id or symbol, or null for all positions
     */
    CloseMeasure(Guards guards, @Nullable String instrumentId) {
        this.guards = guards;
        this.instrumentId = instrumentId;
    }

    /** Throws if the close is refused. Reads nothing if no guard asks for it. */
    void check(Supplier<Pages<Position>> positions) {
        if (!guards.measureCloses()) {
            return;
        }
        List<Position> held;
        try {
            held = positions.get().stream().toList();
        } catch (ClearStreetException e) {
            throw unread(e);
        }
        judge(held);
    }

    /** As {@link #check}, without waiting. */
    CompletableFuture<Void> checkAsync(
            Function<GetPositionsQuery, CompletableFuture<ApiResponse<List<Position>>>> page) {
        return guards.measureCloses()
                ? pagesFrom(Positions.EVERY_POSITION, page, new ArrayList<>(), new HashSet<>())
                        .handle((held, thrown) -> {
                            if (thrown != null) {
                                throw unread(thrown);
                            }
                            judge(held);
                            return null;
                        })
                : CompletableFuture.completedFuture(null);
    }

    private static CompletableFuture<List<Position>> pagesFrom(
            GetPositionsQuery query,
            Function<GetPositionsQuery, CompletableFuture<ApiResponse<List<Position>>>> page,
            List<Position> read,
            Set<String> followed) {
        return page.apply(query).thenCompose(response -> {
            read.addAll(response.data());
            String next = response.metadata()
                    .nextPageToken()
                    .filter(text -> !text.isEmpty())
                    .orElse(null);
            if (next == null) {
                return CompletableFuture.completedFuture(read);
            }
            if (!followed.add(next)) {
                throw new IllegalStateException("the pages lead back to one that was read before");
            }
            return pagesFrom(query.toBuilder().pageToken(next).build(), page, read, followed);
        });
    }

    private void judge(List<Position> held) {
        guards.refusalOfClose(held.stream()
                        .filter(this::isMeant)
                        .filter(position -> value(position::quantity)
                                .filter(quantity -> quantity.signum() == 0)
                                .isEmpty())
                        .map(position -> value(position::marketValue))
                        .toList())
                .ifPresent(refusal -> {
                    throw new GuardRefusedException(refusal);
                });
    }

    /** What cannot be read may be the one that is meant. */
    private boolean isMeant(Position position) {
        Predicate<Supplier<String>> matches = name -> {
            try {
                return name.get().equalsIgnoreCase(instrumentId);
            } catch (UnreadableValueException e) {
                return true;
            }
        };
        return instrumentId == null || matches.test(position::instrumentId) || matches.test(position::symbol);
    }

    private static Optional<BigDecimal> value(Supplier<BigDecimal> accessor) {
        try {
            return Optional.of(accessor.get());
        } catch (UnreadableValueException e) {
            return Optional.empty();
        }
    }

    private static GuardRefusedException unread(Throwable e) {
        Throwable cause = e.getCause() != null && !(e instanceof ClearStreetException) ? e.getCause() : e;
        return new GuardRefusedException("the size of the close could not be measured ("
                + Messages.oneLine(String.valueOf(cause.getMessage())) + ")");
    }
}
