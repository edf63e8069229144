package io.github.clearstreet.closeout;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.AttemptOutcome;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.JournalException;
import io.github.clearstreet.journal.LeaseHolder;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out what became of the attempts that the journal has as unresolved, and writes it down. Sends nothing that changes. */
final class Recovery {
    /** By so much the server's clock may be behind at most. */
    private static final Duration ANY_SKEW = Duration.ofHours(24);

    private final ClearStreet clearStreet;
    private final Settings settings;
    private final Function<ClosingAttempt, Reconciliation> reconcile;

    Recovery(ClearStreet clearStreet, Settings settings, Function<ClosingAttempt, Reconciliation> reconcile) {
        this.clearStreet = clearStreet;
        this.settings = settings;
        this.reconcile = reconcile;
    }

    List<Reconciliation> run() {
        Journal journal = clearStreet.journal();
        List<Reconciliation> found = new ArrayList<>();
        for (Attempt attempt : journal.unresolved()) {
            Duration ahead = Duration.between(journal.now(), settings.clock().instant());
            Reconciliation reconciliation = journal.holder(attempt.accountId())
                    .map(holder -> held(attempt, ahead, holder))
                    .orElseGet(() -> lookInto(attempt, ahead));
            found.add(written(journal, attempt, ahead, reconciliation));
        }
        return List.copyOf(found);
    }

    private static Reconciliation written(
            Journal journal, Attempt attempt, Duration ahead, Reconciliation reconciliation) {
        if (reconciliation.verdict() == Verdict.STILL_UNKNOWN) {
            return reconciliation;
        }
        try {
            journal.end(attempt.id(), outcome(reconciliation));
            return reconciliation;
        } catch (JournalException e) {
            return unknown(
                    attempt,
                    ahead,
                    "It is known (" + reconciliation.verdict() + "), but could not be written down: " + e.getMessage()
                            + ". Look again.");
        }
    }

    private static AttemptOutcome outcome(Reconciliation reconciliation) {
        boolean happened = reconciliation.verdict() == Verdict.HAPPENED;
        return new AttemptOutcome(
                happened ? AttemptState.HAPPENED : AttemptState.DID_NOT_HAPPEN,
                null,
                null,
                reconciliation.orders().stream()
                        .flatMap(order -> order.id().stream())
                        .toList(),
                reconciliation.advice());
    }

    private static Reconciliation held(Attempt attempt, Duration ahead, LeaseHolder holder) {
        return unknown(
                attempt,
                ahead,
                "The account is held by " + holder + ", which resolves it. Send nothing; look again after its end.");
    }

    private Reconciliation lookInto(Attempt attempt, Duration ahead) {
        boolean windowIsOver = !settings.clock()
                .instant()
                .isBefore(attempt.latestSending().plus(ahead).plus(settings.lateExecutionWindow()));
        if (attempt.closes()) {
            return reconcile.apply(ClosingAttempt.of(attempt, ahead));
        }
        if (!attempt.mayTrade()) {
            return windowIsOver
                    ? new Reconciliation(
                            ClosingAttempt.of(attempt, ahead),
                            Verdict.DID_NOT_HAPPEN,
                            "A cancel that can change nothing any more: the time in which it could come late is over.",
                            List.of(),
                            List.of())
                    : unknown(attempt, ahead, "A cancel that may still come late. It can buy or sell nothing.");
        }
        return byIds(attempt, ahead, windowIsOver);
    }

    private Reconciliation byIds(Attempt attempt, Duration ahead, boolean windowIsOver) {
        if (attempt.ids().isEmpty() || !attempt.operation().equals("submit_orders")) {
            return unknown(
                    attempt,
                    ahead,
                    "It cannot be found by ids of its own. Look at the account, and do not send it again.");
        }
        List<OrderState> made;
        try {
            made = madeBy(attempt, ahead);
        } catch (ClearStreetException | UnreadableValueException e) {
            return unknown(attempt, ahead, "Orders could not be read (" + e.getMessage() + "). Look again.");
        }
        Optional<Verdict> verdict = made.size() == attempt.ids().size()
                ? Optional.of(Verdict.HAPPENED)
                : made.isEmpty() && windowIsOver ? Optional.of(Verdict.DID_NOT_HAPPEN) : Optional.empty();
        return verdict.map(known -> new Reconciliation(
                        ClosingAttempt.of(attempt, ahead),
                        known,
                        known == Verdict.HAPPENED
                                ? "Its orders exist, by their ids. Follow them."
                                : "No order has one of its ids, and the time in which it could come late is over.",
                        made,
                        List.of()))
                .orElseGet(() -> new Reconciliation(
                        ClosingAttempt.of(attempt, ahead),
                        Verdict.STILL_UNKNOWN,
                        "Not all of its orders exist. They may come late; sending them again with the same ids is safe.",
                        made,
                        List.of()));
    }

    /** Looks in two ways: a filter by ids may know only the server's own, or the orders of today. */
    private List<OrderState> madeBy(Attempt attempt, Duration ahead) {
        Set<String> wanted = attempt.ids().stream()
                .map(id -> id.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        GetOrdersQuery byIds = GetOrdersQuery.builder().orderIds(attempt.ids()).build();
        List<OrderState> made = new ArrayList<>(madeBy(attempt, wanted, byIds));
        if (!wanted.isEmpty()) {
            Instant from = attempt.recordedAt().plus(ahead).minus(ANY_SKEW);
            made.addAll(
                    madeBy(attempt, wanted, GetOrdersQuery.builder().from(from).build()));
        }
        return made;
    }

    private List<OrderState> madeBy(Attempt attempt, Set<String> wanted, GetOrdersQuery query) {
        Instant now = settings.clock().instant();
        List<OrderState> made = new ArrayList<>();
        for (Order order : clearStreet.orders().getOrders(attempt.accountId(), query)) {
            OrderState read = OrderState.of(order, now);
            boolean isOwn = !read.isOfAnotherAccount(attempt.accountId())
                    && read.clientOrderId()
                            .map(id -> id.toLowerCase(Locale.ROOT))
                            .filter(wanted::remove)
                            .isPresent();
            if (isOwn) {
                made.add(read);
            }
        }
        return made;
    }

    private static Reconciliation unknown(Attempt attempt, Duration ahead, String advice) {
        return new Reconciliation(
                ClosingAttempt.of(attempt, ahead), Verdict.STILL_UNKNOWN, advice, List.of(), List.of());
    }
}
