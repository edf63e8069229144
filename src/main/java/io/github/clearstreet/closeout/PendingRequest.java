package io.github.clearstreet.closeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request that is not resolved.
 *
 * @param ordersBefore the ids of the orders that were known right before it, and so are not its own
 * @param positions what it was to close; empty if it was to cancel
 * @param blocksAccount whether nothing at all is sent meanwhile; otherwise nothing for these positions
 * @param attemptId its entry in the journal, if another process sent it
 * @param sentAfter by the server's clock: an order that was made earlier is not its own; null if that is not known
 * @param ownId the id by which its order can be found, if it has one
 * @param mayBeSentAgain whether the same request may be sent again, with the same id
 */
record PendingRequest(
        UnresolvedRequest request,
        Instant windowEndsAt,
        Set<String> ordersBefore,
        List<HeldPosition> positions,
        boolean blocksAccount,
        @Nullable String attemptId,
        @Nullable Instant sentAfter,
        @Nullable String ownId,
        boolean mayBeSentAgain) {
    private static final Duration MOST_SKEW = Duration.ofMinutes(15);

    /** One that this close-out sent itself. */
    PendingRequest(
            UnresolvedRequest request,
            Instant windowEndsAt,
            Set<String> ordersBefore,
            List<HeldPosition> positions,
            boolean blocksAccount) {
        this(request, windowEndsAt, ordersBefore, positions, blocksAccount, null, null, null, false);
    }

    boolean mayHaveMade(OrderState order) {
        if (ownId != null && order.clientOrderId().isPresent()) {
            // Without a position it is an order that somebody placed by hand: found by its id, but no close of a run.
            return !positions.isEmpty() && order.clientOrderId().get().equalsIgnoreCase(ownId);
        }
        return order.id().filter(id -> !ordersBefore.contains(id)).isPresent()
                && (positions.isEmpty()
                        ? isCloseLike(order)
                        : positions.stream().anyMatch(order.effect()::mayClose))
                && !isOlder(order);
    }

    /** Of a close of which it is not known what it found: any market order in its instrument. */
    private boolean isCloseLike(OrderState order) {
        return request.operation().startsWith("close_position")
                && order.effect().isMarketOrderOf(request.instrumentId());
    }

    /** An order like the server's own is its own even if it seems older, as far as no clock is known to be right. */
    private boolean isOlder(OrderState order) {
        if (sentAfter == null) {
            return false;
        }
        Instant from =
                positions.stream().anyMatch(order.effect()::looksLikeClosing) ? sentAfter.minus(MOST_SKEW) : sentAfter;
        return order.createdAt().filter(from::isAfter).isPresent();
    }

    /** The orders that close each position as a whole; empty unless every position has one. */
    List<OrderState> madeBy(OrderTracker orders) {
        List<OrderState> made = new ArrayList<>();
        for (HeldPosition position : positions) {
            Optional<OrderState> order = orders.concerning(position).stream()
                    .filter(candidate ->
                            mayHaveMade(candidate) && candidate.effect().closesAllOf(position))
                    .findFirst();
            if (order.isEmpty()) {
                return List.of();
            }
            made.add(order.get());
        }
        return made;
    }
}
