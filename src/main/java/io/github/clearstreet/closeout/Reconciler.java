package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Judges a request in doubt by what was read after it. */
final class Reconciler {
    private final ClosingAttempt attempt;
    private final List<OrderState> since;
    private final PositionsRead now;

    /**
     * @param since all orders since the attempt
     * @param now the positions, read after the orders
     */
    Reconciler(ClosingAttempt attempt, List<OrderState> since, PositionsRead now) {
        this.attempt = attempt;
        this.since = since;
        this.now = now;
    }

    static Reconciliation unreadable(ClosingAttempt attempt, RuntimeException e) {
        return new Reconciliation(
                attempt,
                Verdict.STILL_UNKNOWN,
                "Orders and positions could not be read (" + e.getMessage() + "). Send nothing; look again.",
                List.of(),
                List.of());
    }

    Reconciliation at(Instant time, Duration settleTime) {
        if (!now.problems().isEmpty() || since.stream().anyMatch(OrderState::isUnreadable)) {
            return verdict(
                    Verdict.STILL_UNKNOWN, "Not everything could be read. Send nothing; look again.", lookAlikes());
        }
        List<HeldPosition> before = before();
        List<OrderState> matching = since.stream()
                .filter(order -> before.stream().anyMatch(order::closesAllOf))
                .toList();
        List<OrderState> lookAlikes = lookAlikes();
        if (!before.isEmpty()
                && matching.size() == before.size()
                && lookAlikes.size() == matching.size()
                && before.stream()
                        .allMatch(position -> matching.stream().anyMatch(order -> order.closesAllOf(position)))) {
            return verdict(Verdict.HAPPENED, "Follow these orders; send nothing while one of them can fill.", matching);
        }
        if (!lookAlikes.isEmpty()) {
            return verdict(
                    Verdict.STILL_UNKNOWN,
                    "These orders may come from the request or from somebody else. Treat them as yours: follow them, and"
                            + " send nothing while one of them can fill.",
                    lookAlikes);
        }
        Instant settledAt = attempt.settledAt(settleTime);
        if (time.isBefore(settledAt)) {
            return verdict(
                    Verdict.STILL_UNKNOWN,
                    "No order shows it, but it may still be carried out. Send nothing; look again at " + settledAt
                            + ".",
                    List.of());
        }
        return attempt.positionsBefore().isPresent() && !holdsTheSame(before)
                ? verdict(
                        Verdict.STILL_UNKNOWN,
                        "No order shows it, but the positions are not as they were before. Find out why first.",
                        List.of())
                : verdict(
                        Verdict.DID_NOT_HAPPEN,
                        "No order shows it, and the time in which it could come late is over. You may close again.",
                        List.of());
    }

    private List<HeldPosition> before() {
        return attempt.positionsBefore().orElseGet(this::workedOut).stream()
                .filter(position ->
                        attempt.isAbout(position) && position.quantity().signum() != 0)
                .toList();
    }

    /** Takes the fills since away from what is held now. What is flat by now shows in its orders only. */
    private List<HeldPosition> workedOut() {
        List<HeldPosition> before = new ArrayList<>();
        for (HeldPosition position : now.list()) {
            before.add(withoutFills(position));
        }
        for (OrderState order : since) {
            String instrument = order.instrumentId().or(order::symbol).orElse("");
            if (before.stream().noneMatch(position -> position.concerns(order))) {
                before.add(
                        withoutFills(HeldPosition.of(instrument, order.symbol().orElse(instrument), BigDecimal.ZERO)));
            }
        }
        return before;
    }

    private HeldPosition withoutFills(HeldPosition position) {
        BigDecimal quantity = since.stream()
                .filter(position::concerns)
                .map(OrderState::signedFills)
                .reduce(position.quantity(), BigDecimal::subtract);
        return HeldPosition.of(position.instrumentId(), position.symbol(), quantity);
    }

    /** MARKET orders on the closing side, whatever their quantity. */
    private List<OrderState> lookAlikes() {
        List<HeldPosition> before = before();
        return since.stream()
                .filter(order -> before.stream().anyMatch(order::looksLikeClosing))
                .toList();
    }

    private boolean holdsTheSame(List<HeldPosition> before) {
        return before.stream()
                .allMatch(position -> now.list().stream()
                        .anyMatch(held -> held.instrumentId().equals(position.instrumentId())
                                && held.quantity().compareTo(position.quantity()) == 0));
    }

    private Reconciliation verdict(Verdict verdict, String advice, List<OrderState> orders) {
        return new Reconciliation(attempt, verdict, advice, orders, now.list());
    }
}
