package io.github.clearstreet.closeout;

import io.github.clearstreet.closeout.Standing.Kind;
import java.time.Instant;

/** Says when a run is at its end by itself, and why. */
final class Ending {
    private final AccountState state;

    Ending(AccountState state) {
        this.state = state;
    }

    /** With a request in doubt the orders have to show that it was carried out, because it might be carried out next. */
    boolean isFlat() {
        return state.held().isEmpty()
                && state.problems().isEmpty()
                && state.ordersToFollow().isEmpty()
                && (!state.doubts().arePending() || state.doubts().happened(state.book()));
    }

    /** True if waiting may be of use. */
    boolean mayChange(Instant now) {
        return state.held().stream()
                        .anyMatch(holding -> state.standing(holding, now).is(Kind.WAITING))
                || state.ordersToCancel().stream()
                        .anyMatch(order -> state.cancels().mayGoAway(order, now))
                || ordersMayFill()
                || (somethingIsUnreadable() && !state.staysUnreadable(now));
    }

    /** True if an order of the run works. One that is held back does not. */
    boolean ordersMayFill() {
        return state.book().open().stream().anyMatch(order -> state.book().isOurs(order) && !order.isQueued());
    }

    /** The end of a run for which there is nothing left to do, and that is not flat. */
    RunEnded of(Instant now) {
        for (Holding holding : state.held()) {
            Standing standing = state.standing(holding, now);
            StopReason reason = standing.reason();
            if (reason != null) {
                return new RunEnded(
                        reason,
                        "Not everything could be closed. " + holding.before().symbol() + ": " + standing.text()
                                + alsoUnreadable());
            }
        }
        return state.problems().isEmpty()
                ? new RunEnded(StopReason.OPEN_ORDERS, "Nothing is held, but open orders do not go away.")
                : new RunEnded(StopReason.UNREADABLE, "Not known to be flat: " + String.join("; ", state.problems()));
    }

    private boolean somethingIsUnreadable() {
        return !state.problems().isEmpty() || state.book().open().stream().anyMatch(OrderState::isUnreadable);
    }

    private String alsoUnreadable() {
        return state.problems().isEmpty() ? "" : "; and " + String.join("; ", state.problems());
    }
}
