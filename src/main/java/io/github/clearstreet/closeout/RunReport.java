package io.github.clearstreet.closeout;

import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the report of a run from what the run knows at its end. */
final class RunReport {
    private final long accountId;
    private final AccountState state;
    private final RunClock clock;
    private final RunLog log;

    RunReport(long accountId, AccountState state, RunClock clock, RunLog log) {
        this.accountId = accountId;
        this.state = state;
        this.clock = clock;
        this.log = log;
    }

    FlattenReport of(StopRun end) {
        String message = message(end);
        log.add(Kind.ENDED, end.reason() + ": " + message);
        return new FlattenReport(
                accountId,
                end.reason(),
                message,
                clock.shown(clock.startedAt()),
                clock.shownNow(),
                state.tracked().stream()
                        .flatMap(position -> rows(position).stream())
                        .toList(),
                otherOpenOrders(),
                state.cancelled(),
                state.unresolved().pending(state.orders()),
                state.unresolved().resolved(state.orders()),
                state.remarks(),
                log.requestIds(),
                log.timeline());
    }

    private String message(StopRun end) {
        StringBuilder message = new StringBuilder(String.valueOf(end.getMessage()));
        if (end.reason() == StopReason.DEADLINE || end.reason() == StopReason.CANCELLED) {
            log.trouble()
                    .ifPresent(trouble -> message.append(" It was kept from going on: ")
                            .append(trouble)
                            .append(trouble.endsWith(".") ? "" : "."));
            if (state.unresolved().allHappened(state.orders())
                    && end.reason() == StopReason.DEADLINE
                    && message.indexOf("flatten again") < 0) {
                message.append(" Flatten again to go on.");
            }
        }
        if (!state.unresolved().allHappened(state.orders())) {
            message.append(
                    " A request is unresolved and may still be carried out: a later run of the same close-out waits for"
                            + " it; anybody else has to look at orders and positions before sending anything.");
        }
        String crossed = state.tracked().stream()
                .filter(state::wentThroughZero)
                .map(position -> position.before().symbol())
                .collect(Collectors.joining(", "));
        if (!crossed.isEmpty()) {
            message.append(" WENT THROUGH ZERO: ").append(crossed).append(".");
        }
        return message.toString();
    }

    private List<PositionReport> rows(TrackedPosition position) {
        if (position.rowsBefore().isEmpty()) {
            return position.isHeld() || !position.orders().isEmpty() || state.wentThroughZero(position)
                    ? List.of(row(position, position.before(), position.now().quantity()))
                    : List.of();
        }
        if (position.rowsBefore().size() == 1) {
            return List.of(row(position, position.before(), position.now().quantity()));
        }
        List<PositionReport> rows = new ArrayList<>();
        for (HeldPosition before : position.rowsBefore()) {
            rows.add(row(
                    position,
                    before,
                    position.rows().stream()
                            .filter(now ->
                                    now.quantity().signum() == before.quantity().signum())
                            .map(HeldPosition::quantity)
                            .findFirst()
                            .orElse(BigDecimal.ZERO)));
        }
        return rows;
    }

    private PositionReport row(TrackedPosition position, HeldPosition before, BigDecimal now) {
        PositionState at = state.state(position, clock);
        boolean isKnown = state.positionsAreCurrent() && !position.isUnknown();
        boolean isClosed = isKnown && !position.isHeld();
        Instant readAt = position.readAt();
        return new PositionReport(
                before,
                isKnown ? now : null,
                isKnown && readAt != null ? clock.shown(readAt) : null,
                orders(position),
                isClosed ? null : reason(position, at, isKnown),
                state.wentThroughZero(position));
    }

    private @Nullable String reason(TrackedPosition position, PositionState at, boolean isKnown) {
        String text = isKnown || at.is(PositionState.Kind.BLOCKED)
                ? at.text()
                : "the run ended before the positions were read again";
        String words = position.serverWords();
        String said = words == null || text.contains(words) ? "" : "; the server said: " + words;
        Instant readAt = position.readAt();
        String stale =
                log.trouble().isPresent() && isKnown && readAt != null ? "; unknown since " + clock.shown(readAt) : "";
        return text + said + stale;
    }

    /** Its own orders, those that are in its way, and every one that was seen filling. */
    private List<OrderState> orders(TrackedPosition position) {
        return state.orders().all().stream()
                .filter(order -> order.id().filter(position.orders()::contains).isPresent()
                        || (position.before().concerns(order)
                                && (state.orders().open().contains(order)
                                        || state.orders().wasSeenFilling(order))))
                .toList();
    }

    private List<OrderState> otherOpenOrders() {
        return state.orders().open().stream()
                .filter(order -> state.tracked().stream()
                        .noneMatch(position ->
                                !rows(position).isEmpty() && position.before().concerns(order)))
                .toList();
    }
}
