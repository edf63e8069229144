package io.github.clearstreet.closeout;

import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether an order can still fill, by its status, its quantities and its age. */
record OrderLife(OrderState state) {
    /** Final by the ordinary FIX meaning; the API does not say. Every other status, known or not, may still fill. */
    private static final Set<OrderStatus> FINAL =
            Set.of(OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.REJECTED, OrderStatus.EXPIRED);

    /** By the same meaning these are over as soon as nothing is left to fill. */
    private static final Set<OrderStatus> FINAL_WITHOUT_REST =
            Set.of(OrderStatus.REPLACED, OrderStatus.DONE_FOR_DAY, OrderStatus.CALCULATED);

    private static final Set<TimeInForce> DAY_ORDERS = Set.of(
            TimeInForce.DAY,
            TimeInForce.IMMEDIATE_OR_CANCEL,
            TimeInForce.FILL_OR_KILL,
            TimeInForce.AT_THE_OPENING,
            TimeInForce.AT_THE_CLOSE);

    private static final Set<OrderStatus> WORKING = Set.of(
            OrderStatus.PENDING_NEW,
            OrderStatus.NEW,
            OrderStatus.PARTIALLY_FILLED,
            OrderStatus.PENDING_CANCEL,
            OrderStatus.PENDING_REPLACE);

    private static final Duration DAY = Duration.ofHours(24);

    /** A DAY order of a Friday evening belongs to the next session, which a holiday may put off to Tuesday. */
    private static final Duration LONG_WEEKEND = Duration.ofDays(5);

    /** True unless the status is certainly final, or all of it has filled: an unknown or unreadable one may still fill. */
    boolean canFill() {
        if (state.status().filter(FINAL::contains).isPresent() || isFilledWhole()) {
            return false;
        }
        boolean hasRest = OrderState.read(() -> Optional.of(state.order().leavesQuantity()))
                .map(rest -> rest.signum() != 0)
                .orElse(true);
        return hasRest || state.status().filter(FINAL_WITHOUT_REST::contains).isEmpty();
    }

    /** True if its status says that it does not work as it was, though something of it is left. */
    boolean isOverButForItsRest() {
        return canFill() && state.status().filter(FINAL_WITHOUT_REST::contains).isPresent();
    }

    /**
     * True if it cannot fill any more although its status does not say so: it was for a day that is over.
     *
     * @param now by the server's clock
     */
    boolean isOfAPastDay(Instant now) {
        boolean forADay = OrderState.read(() -> Optional.of(state.order().timeInForce()))
                .filter(DAY_ORDERS::contains)
                .isPresent();
        boolean expired = OrderState.read(state.order()::expiresAt)
                .filter(end -> end.isBefore(now.minus(DAY)))
                .isPresent();
        boolean done = state.status().filter(OrderStatus.DONE_FOR_DAY::equals).isPresent();
        return canFill() && !state.isQueued() && (expired || (forADay && (done || isOlder(LONG_WEEKEND, now))));
    }

    /**
     * True if it is probably over: not touched for a day, and a day order, without an instrument, or with a status that does
     * not say that it works.
     *
     * @param now by the server's clock
     */
    boolean isProbablyOver(Instant now) {
        boolean forADay = OrderState.read(() -> Optional.of(state.order().timeInForce()))
                .filter(DAY_ORDERS::contains)
                .isPresent();
        return canFill()
                && !state.isQueued()
                && isOlder(DAY, now)
                && (forADay
                        || state.namesNoInstrument()
                        || state.status().filter(WORKING::contains).isEmpty());
    }

    /** True if nothing of it is left, whatever its status; one that is being replaced may become larger. */
    private boolean isFilledWhole() {
        return state.quantity()
                        .filter(ordered -> ordered.signum() > 0)
                        .flatMap(ordered -> state.filledQuantity().filter(filled -> filled.compareTo(ordered) == 0))
                        .isPresent()
                && state.status().filter(OrderStatus.PENDING_REPLACE::equals).isEmpty();
    }

    private boolean isOlder(Duration age, Instant now) {
        Instant limit = now.minus(age);
        return state.createdAt().filter(limit::isAfter).isPresent()
                && OrderState.read(() -> Optional.of(state.order().updatedAt()))
                        .map(limit::isAfter)
                        .orElse(true);
    }
}
