package io.github.clearstreet.closeout;

import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.closeout.PageReader.IncompleteException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads executions, the witness beside orders and positions. A server that gives none is not waited for. */
final class FillsRead {
    private static final int ATTEMPTS = 3;

    private final AccountCalls calls;
    private final AccountState state;
    private final Settings settings;
    private final RunClock clock;
    private final RunLog log;
    private boolean begun;
    private int failures;
    private boolean isOld;
    private boolean isWanted;
    private Map<String, BigDecimal> explained = Map.of();

    FillsRead(AccountCalls calls, AccountState state, Settings settings, RunClock clock, RunLog log) {
        this.calls = calls;
        this.state = state;
        this.settings = settings;
        this.clock = clock;
        this.log = log;
    }

    /** Fills that an earlier run saw in the positions. */
    void alreadyExplained(Map<String, BigDecimal> fills) {
        explained = fills;
    }

    /** Reads what was executed, unless orders of the run work and are in the lists, where they will be seen to fill. */
    void refresh(OrdersRead orders, Consumer<List<OrderState>> changes) {
        List<OrderState> own =
                state.orders().open().stream().filter(state.orders()::isOurs).toList();
        boolean follows = !own.isEmpty()
                && own.stream()
                        .allMatch(order -> order.readAt()
                                .filter(at -> !at.isBefore(state.lookedAt()))
                                .isPresent());
        isOld = failures < ATTEMPTS && begun && follows && !isWanted;
        if (failures >= ATTEMPTS || isOld) {
            return;
        }
        try {
            List<String> unheard = state.fills().add(Fill.since(calls, since()));
            failures = 0;
            isWanted = false;
            if (!unheard.isEmpty()) {
                orders.byIds(unheard, changes);
            }
            own.stream()
                    .filter(state.fills()::haveAllOf)
                    .forEach(order -> state.orders().assumeOver(order, "executions show that all of it filled"));
        } catch (ClearStreetException | IncompleteException e) {
            failures++;
            isOld = true;
            log.addOnce(TimelineEvent.Kind.READ_FAILED, "executions: " + e.getMessage());
            if (failures == ATTEMPTS) {
                state.remark(
                        "executions could not be read, so that fills are known from orders only: " + e.getMessage());
            }
        }
    }

    /** True if the latest look left them out; then the next one will not. */
    boolean areOld() {
        isWanted = isOld;
        return isOld;
    }

    /** What was traded just now counts as held or not only when positions and fills agree. */
    void trackTraded() {
        state.trackTraded(calls.serverNow().minus(settings.positionLag()));
    }

    /** A fill of the last moments may not be in the positions yet. It matters where it brings them nearer to zero. */
    void holdBackWhatMayLag() {
        Instant serverNow = calls.serverNow();
        Instant since = serverNow.minus(settings.positionLag());
        for (TrackedPosition position : state.tracked()) {
            if (position.expected().isKnown()) {
                continue;
            }
            state.fills().latestChange(position.now(), since, explained).ifPresent(at -> {
                Duration age = Duration.between(at, serverNow);
                Duration left = settings.positionLag().minus(age.isNegative() ? Duration.ZERO : age);
                position.holdUntil(
                        clock.now().plus(left), "it was traded just now, and the positions may not show it yet");
            });
        }
        state.fills().begun();
        begun = true;
    }

    /** Counted in whole days, so that another process sees the same latest execution. */
    private Instant since() {
        return calls.serverClock()
                .earliest(clock.shown(clock.startedAt()))
                .truncatedTo(ChronoUnit.DAYS)
                .minus(Duration.ofDays(1));
    }
}
