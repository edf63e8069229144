package io.github.clearstreet.closeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a request in doubt by what was read after it. */
final class Reconciler {
    /** The server's {@code Date} has whole seconds, and its clocks need not agree. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final ClosingAttempt attempt;
    private final List<OrderState> since;
    private final Optional<List<Fill>> fills;
    private final PositionList first;
    private final PositionList now;

    /**
     * @param since all orders since the attempt
     * @param fills all executions since the attempt; empty if they could not be read
     * @param first the positions, read before the orders
     * @param now the positions, read after the orders
     */
    Reconciler(
            ClosingAttempt attempt,
            List<OrderState> since,
            Optional<List<Fill>> fills,
            PositionList first,
            PositionList now) {
        this.attempt = attempt;
        this.since = since.stream()
                .filter(order -> !order.isOfAnotherAccount(attempt.accountId()))
                .toList();
        this.fills = fills;
        this.first = first;
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

    Reconciliation at(Instant time, ServerClock serverClock, Duration lateExecutionWindow) {
        List<HeldPosition> before = before();
        List<OrderState> candidates = since.stream()
                .filter(order -> before.stream().anyMatch(position -> couldBe(order, position)))
                .toList();
        if (!now.problems().isEmpty() || since.stream().anyMatch(OrderState::isUnreadable)) {
            return unknown("Not everything could be read. Send nothing; look again.", candidates);
        }
        List<OrderState> matching = candidates.stream()
                .filter(order -> before.stream().anyMatch(order.effect()::closesAllOf))
                .toList();
        if (!before.isEmpty()
                && matching.size() == before.size()
                && candidates.size() == matching.size()
                && before.stream()
                        .allMatch(position -> matching.stream()
                                .anyMatch(order -> order.effect().closesAllOf(position)))) {
            Optional<Instant> givenUpAt = serverClock.at(attempt.windowEndsAt(Duration.ZERO));
            if (givenUpAt.isPresent() && matching.stream().anyMatch(order -> isLater(order, givenUpAt.get()))) {
                return unknown(
                        "These orders came after the request was given up: they may be its own, carried out late, or"
                                + " somebody else's. Treat them as yours: follow them, and send nothing while one of"
                                + " them can fill, nor before "
                                + attempt.windowEndsAt(lateExecutionWindow) + ".",
                        matching);
            }
            return verdict(Verdict.HAPPENED, "Follow these orders; send nothing while one of them can fill.", matching);
        }
        if (!candidates.isEmpty()) {
            return unknown(
                    "These orders may come from the request or from somebody else. Treat them as yours: follow them, and"
                            + " send nothing while one of them can fill.",
                    candidates);
        }
        if (before.isEmpty() && isOfAnUnknownName()) {
            return unknown(
                    "Nothing that was held, and no order since, has the name of the instrument. Find out by other means.",
                    List.of());
        }
        Instant windowEndsAt = attempt.windowEndsAt(lateExecutionWindow);
        if (time.isBefore(windowEndsAt)) {
            return unknown(
                    "No order shows it, but it may still be carried out. Send nothing; look again at " + windowEndsAt
                            + ".",
                    List.of());
        }
        return whyNotSure(before, time, windowEndsAt, serverClock)
                .map(why -> unknown(why, List.of()))
                .orElseGet(() -> verdict(
                        Verdict.DID_NOT_HAPPEN,
                        "No order shows it, and the time in which it could come late is over. You may close again.",
                        List.of()));
    }

    private static boolean isLater(OrderState order, Instant givenUpAt) {
        return order.createdAt()
                .filter(at -> at.isAfter(givenUpAt.plus(TOLERANCE)))
                .isPresent();
    }

    private Optional<String> whyNotSure(
            List<HeldPosition> before, Instant time, Instant windowEndsAt, ServerClock serverClock) {
        Optional<Instant> serverTime = serverClock.at(time);
        if (serverTime.isEmpty()) {
            return Optional.of(
                    "No order shows it, but the server does not tell its time, so that an order may be too old or"
                            + " too new to be seen. Find out by other means.");
        }
        if (serverTime.get().isBefore(windowEndsAt)) {
            return Optional.of("No order shows it, but by the server's clock it is only " + serverTime.get()
                    + ": it may still be carried out. Send nothing; look again later.");
        }
        if (!now.agreesWith(first)) {
            return Optional.of("No order shows it, but the positions are changing. Send nothing; look again.");
        }
        if (fills.isEmpty()) {
            return Optional.of("No order shows it, but executions could not be read, which might. Look again.");
        }
        if (fills.get().stream().anyMatch(fill -> isUnheardOf(fill) && mayComeFromIt(fill, before))) {
            return Optional.of(
                    "No order shows it, but something was executed that could come from it. Find out why first.");
        }
        return attempt.positionsBefore().isPresent() && !holdsTheSame(before)
                ? Optional.of("No order shows it, but the positions are not as they were before. Find out why first.")
                : Optional.empty();
    }

    /** The server may know the instrument by a name that the lists do not show. */
    private boolean isOfAnUnknownName() {
        return attempt.instrumentId().isPresent()
                && (attempt.positionsBefore().filter(held -> !held.isEmpty()).isPresent()
                        || since.stream()
                                .anyMatch(order ->
                                        order.canFill() || order.signedFills().signum() != 0));
    }

    private boolean isUnheardOf(Fill fill) {
        return since.stream()
                .noneMatch(order -> order.id().filter(fill.orderId()::equals).isPresent());
    }

    /** What was worked out from the orders knows nothing of what was traded without one. */
    private boolean mayComeFromIt(Fill fill, List<HeldPosition> before) {
        return attempt.positionsBefore().isEmpty()
                ? attempt.isAbout(fill)
                : before.stream().anyMatch(held -> closes(fill, held));
    }

    private static boolean closes(Fill fill, HeldPosition held) {
        return fill.isOf(held) && fill.signed().signum() * held.quantity().signum() < 0;
    }

    /** Whatever works or filled and is not certainly on the other side, whatever its type and the word for its side. */
    private static boolean couldBe(OrderState order, HeldPosition position) {
        return position.concerns(order)
                && !order.effect().certainlyIncreases(position)
                && (order.canFill()
                        || order.filledQuantity()
                                .filter(filled -> filled.signum() == 0)
                                .isEmpty());
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

    private boolean holdsTheSame(List<HeldPosition> before) {
        return before.stream()
                .allMatch(position -> now.net(position.instrumentId()).compareTo(position.quantity()) == 0
                        || now.list().stream()
                                .anyMatch(held -> HeldPosition.isNamed(held.instrumentId(), position.instrumentId())
                                        && held.quantity().compareTo(position.quantity()) == 0));
    }

    private Reconciliation unknown(String advice, List<OrderState> orders) {
        return verdict(Verdict.STILL_UNKNOWN, advice, orders);
    }

    private Reconciliation verdict(Verdict verdict, String advice, List<OrderState> orders) {
        return new Reconciliation(attempt, verdict, advice, orders, now.list());
    }
}
