package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.time.Instant;

/**
 * What an order does by itself, in plain values.
 *
 * @param part units that fill first, where something does
 * @param due when that happens; of a queued order, when it is released
 */
record OrderPlan(Course course, int part, Due due, Cancelling cancelling, Due cancelDue) {
    private static final Duration LATER = Duration.ofSeconds(3);

    enum Course {
        FILLS,
        FILLS_A_PART_THEN_THE_REST,
        FILLS_A_PART_THEN_IS_CANCELED,
        FILLS_A_PART,
        RESTS,
        IS_REJECTED,
        FILLS_A_PART_THEN_IS_REJECTED,
        IS_QUEUED_THEN_FILLS
    }

    /** What a request to cancel does. */
    enum Cancelling {
        AT_THE_NEXT_LOOK,
        WHEN_DUE,
        FILLS_A_PART_FIRST,
        IS_REFUSED
    }

    OrderBehaviour behaviour(Instant now) {
        return cancelling(course(now));
    }

    private OrderBehaviour course(Instant now) {
        OrderBehaviour rests = OrderBehaviour.rests();
        OrderBehaviour partly = rests.fills(String.valueOf(part), due.when());
        Trigger later = Trigger.elapsed(LATER);
        return switch (course) {
            case FILLS -> rests.fills(due.when());
            case FILLS_A_PART_THEN_THE_REST -> partly.fills(later);
            case FILLS_A_PART_THEN_IS_CANCELED -> partly.cancels(later);
            case FILLS_A_PART -> partly;
            case RESTS -> rests;
            case IS_REJECTED -> rests.rejects("Not today", due.when());
            case FILLS_A_PART_THEN_IS_REJECTED -> partly.rejects("The market is closed", later);
            case IS_QUEUED_THEN_FILLS ->
                OrderBehaviour.queuesUntil(now.plusSeconds(due.count())).fills(Trigger.atOnce());
        };
    }

    private OrderBehaviour cancelling(OrderBehaviour order) {
        return switch (cancelling) {
            case AT_THE_NEXT_LOOK -> order;
            case WHEN_DUE -> order.cancelsAfter(cancelDue.when());
            case FILLS_A_PART_FIRST -> order.fillsBeforeCancelling(String.valueOf(part), cancelDue.when());
            case IS_REFUSED -> order.refusesToCancel(cancelDue.when());
        };
    }

    @Override
    public String toString() {
        return course + " (" + part + " " + due + "), cancel " + cancelling + " (" + cancelDue + ")";
    }
}
