package io.github.clearstreet.closeout;

import io.github.clearstreet.closeout.PositionState.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says what keeps a position from being closed now. Not thread-safe. */
final class Obstacles {
    private final AccountState account;
    private final FlattenOptions options;
    private final RunClock clock;

    Obstacles(AccountState account, FlattenOptions options, RunClock clock) {
        this.account = account;
        this.options = options;
        this.clock = clock;
    }

    /** Says where the position stands, by what is known now. */
    PositionState state(TrackedPosition position) {
        if (!position.isHeld()) {
            return PositionState.CLOSED;
        }
        PositionState givenUp = position.givenUp();
        if (givenUp != null) {
            return givenUp;
        }
        Instant now = clock.now();
        List<PositionState> obstacles = new ArrayList<>();
        if (position.isUnknown()) {
            obstacles.add(unreadable("the position could not be read any more", now));
        }
        account.orders().open().stream()
                .filter(position.before()::concerns)
                .map(order -> obstacle(order, position))
                .filter(obstacle -> !obstacle.is(Kind.CLOSABLE))
                .forEach(obstacles::add);
        return obstacles.stream()
                .filter(obstacle -> obstacle.is(Kind.BLOCKED))
                .findFirst()
                .or(() -> obstacles.stream().findFirst())
                .orElseGet(() -> withoutObstacle(position, now));
    }

    private PositionState withoutObstacle(TrackedPosition position, Instant now) {
        boolean again = options.method() == ClosingMethod.OWN_ORDERS && !position.isOwnOrderRefused();
        if (account.unresolved().block(position.before(), again)) {
            return PositionState.waiting("it is not known yet whether a request was carried out");
        }
        if (now.isBefore(position.heldUntil())) {
            return PositionState.waiting(position.heldBecause());
        }
        if (position.expected().isKnown() && !account.isExplained(position)) {
            return PositionState.waiting("the positions contradict the fills, which leave "
                    + position.expected().expected(account.total(position)).toPlainString());
        }
        if (position.closes() >= options.maxCloseAttempts()) {
            String words = position.serverWords();
            return PositionState.blocked(
                    StopReason.ATTEMPT_LIMIT,
                    "closed " + position.closes() + " times, as often as the options allow, and still there"
                            + (words == null ? "" : "; the server said: " + words));
        }
        return PositionState.CLOSABLE;
    }

    /** Closing while such an order works could turn the position around. */
    private PositionState obstacle(OrderState order, TrackedPosition position) {
        Instant now = clock.now();
        if (order.id().isEmpty() || order.status().isEmpty()) {
            return unreadable("an order could not be read: " + order, now);
        }
        if (account.orders().isOurs(order)) {
            return ownOrder(order);
        }
        if (account.isFollowed(order, now)) {
            return PositionState.waiting("somebody else's order may still close it: " + order);
        }
        boolean increases = position.isOnlyIncreasedBy(order);
        if (options.cancelOrders()) {
            return account.cancels().mayGoAway(order, now)
                    ? PositionState.waiting("an open order is being cancelled: " + order)
                    : increases
                            ? PositionState.CLOSABLE
                            : PositionState.blocked(
                                    StopReason.OPEN_ORDERS,
                                    "an open order does not go away: " + order
                                            + account.cancels()
                                                    .refusal(order)
                                                    .map(text -> " (" + text + ")")
                                                    .orElse(""));
        }
        return increases
                ? PositionState.CLOSABLE
                : PositionState.blocked(
                        StopReason.OPEN_ORDERS, "an open order, to be kept, could close it too: " + order);
    }

    private PositionState ownOrder(OrderState order) {
        if (order.isQueued() && !isReleasedInTime(order, clock)) {
            return PositionState.blocked(
                    StopReason.ORDER_QUEUED,
                    "its closing order is held back"
                            + order.releasesAt().map(at -> " until " + at).orElse("") + " and will fill then: "
                            + order);
        }
        return PositionState.waiting("its closing order may still fill: " + order);
    }

    /** True if the order is held back, but not beyond the end of the run. */
    static boolean isReleasedInTime(OrderState order, RunClock clock) {
        return order.releasesAt()
                .filter(at -> clock.endsAfter(clock.moment(at)))
                .isPresent();
    }

    private PositionState unreadable(String text, Instant now) {
        return account.staysUnreadable(now)
                ? PositionState.blocked(StopReason.UNREADABLE, text)
                : PositionState.waiting(text);
    }
}
