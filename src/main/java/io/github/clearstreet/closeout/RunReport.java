package io.github.clearstreet.closeout;

import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.util.List;

/** Makes the report of a run from what the run knows at its end. */
final class RunReport {
    private final long accountId;
    private final AccountState state;
    private final RunTime time;
    private final RunLog log;

    RunReport(long accountId, AccountState state, RunTime time, RunLog log) {
        this.accountId = accountId;
        this.state = state;
        this.time = time;
        this.log = log;
    }

    FlattenReport of(RunEnded end) {
        log.add(Kind.ENDED, end.reason() + ": " + end.getMessage());
        return new FlattenReport(
                accountId,
                end.reason(),
                String.valueOf(end.getMessage()),
                time.startedAt(),
                time.now(),
                state.holdings().stream().map(this::position).toList(),
                otherOpenOrders(),
                state.doubts().pending(),
                log.requestIds(),
                log.timeline());
    }

    private PositionReport position(Holding holding) {
        Standing standing = state.standing(holding, time.now());
        boolean isKnown = state.positionsAreCurrent() && !holding.isUnknown();
        boolean isClosed = isKnown && !holding.isHeld();
        return new PositionReport(
                holding.before(),
                isKnown ? holding.now().quantity() : null,
                orders(holding),
                isClosed ? null : reason(standing, isKnown));
    }

    private static String reason(Standing standing, boolean isKnown) {
        return isKnown || standing.is(Standing.Kind.STUCK)
                ? standing.text()
                : "the run ended before the positions were read again";
    }

    /** Its own orders, and those that are in its way. */
    private List<OrderState> orders(Holding holding) {
        return state.book().all().stream()
                .filter(order -> order.id().filter(holding.orders()::contains).isPresent()
                        || (order.canFill() && holding.before().concerns(order)))
                .toList();
    }

    private List<OrderState> otherOpenOrders() {
        return state.book().open().stream()
                .filter(order -> state.holdings().stream()
                        .noneMatch(holding -> holding.before().concerns(order)))
                .toList();
    }
}
