package io.github.clearstreet.closeout;

import io.github.clearstreet.closeout.PositionState.Kind;
import java.time.Instant;

/** Says when a run is at its end by itself, and why. */
final class StopDecision {
    private final AccountState state;
    private final RunClock clock;

    StopDecision(AccountState state, RunClock clock) {
        this.state = state;
        this.clock = clock;
    }

    /**
     * True if nothing was held at the latest read, which came after the last order had ended, nothing is unresolved, and the
     * fills explain it.
     */
    boolean looksFlat() {
        Instant now = clock.now();
        return state.held().isEmpty()
                && state.problems().isEmpty()
                && state.ordersToFollow().isEmpty()
                && state.unresolved().allHappened(state.orders())
                && state.tracked().stream()
                        .allMatch(position -> !now.isBefore(position.heldUntil())
                                && (!position.expected().isKnown() || state.isExplained(position)));
    }

    /** True if waiting may be of use. */
    boolean mayChange() {
        Instant now = clock.now();
        return state.held().stream()
                        .anyMatch(position -> state.state(position, clock).is(Kind.WAITING)
                                || state.state(position, clock).is(Kind.CLOSABLE))
                || (state.held().isEmpty()
                        && state.tracked().stream().anyMatch(position -> !state.isExplained(position)))
                || state.tracked().stream().anyMatch(position -> now.isBefore(position.heldUntil()))
                || state.ordersToCancel(now).stream()
                        .anyMatch(order -> state.cancels().mayGoAway(order, now))
                || state.orders().open().stream().anyMatch(order -> state.isFollowed(order, now))
                || state.unresolved().areLeft()
                || ordersMayFill()
                || (somethingIsUnreadable() && !state.staysUnreadable(now));
    }

    /** True if an order of a run works. One that is held back beyond the end of this run does not. */
    boolean ordersMayFill() {
        return state.orders().open().stream()
                .anyMatch(order ->
                        state.isOfARun(order) && (!order.isQueued() || Obstacles.isReleasedInTime(order, clock)));
    }

    /** The end of a run for which there is nothing left to do, and that is not flat. */
    StopRun decide() {
        for (TrackedPosition position : state.held()) {
            PositionState at = state.state(position, clock);
            StopReason reason = at.reason();
            if (reason != null) {
                return new StopRun(
                        reason,
                        "Not everything could be closed. " + position.before().symbol() + ": " + at.text()
                                + alsoUnreadable());
            }
        }
        return state.problems().isEmpty()
                ? new StopRun(StopReason.OPEN_ORDERS, "Nothing is held, but open orders do not go away.")
                : new StopRun(StopReason.UNREADABLE, "Not known to be flat: " + String.join("; ", state.problems()));
    }

    private boolean somethingIsUnreadable() {
        return !state.problems().isEmpty() || state.orders().open().stream().anyMatch(OrderState::isUnreadable);
    }

    private String alsoUnreadable() {
        return state.problems().isEmpty() ? "" : "; and " + String.join("; ", state.problems());
    }
}
