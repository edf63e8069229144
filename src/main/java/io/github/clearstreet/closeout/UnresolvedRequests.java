package io.github.clearstreet.closeout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The requests of which it is not known whether they were carried out, or what they made: of this run, and of earlier ones on
 * the account. Until the late-execution window of each is over, and the orders were read after that, nothing is sent that
 * could do the same again. Not thread-safe.
 */
final class UnresolvedRequests {
    private static final String LOOK_ALIKE = " (the same order of somebody else's cannot be told from it)";

    private final List<PendingRequest> all = new ArrayList<>();
    private final List<UnresolvedRequest> resolved = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private Resolved onResolved = (pending, happened, resolution) -> {};
    private Instant lookedAt = Instant.MIN;

    /** Hears what became of a request. */
    interface Resolved {
        void resolved(PendingRequest pending, boolean happened, String resolution);
    }

    void onResolved(Resolved listener) {
        onResolved = listener;
    }

    void add(PendingRequest pending) {
        all.add(pending);
    }

    /** Those that an earlier run left behind: the window of each goes on. */
    void addAll(Collection<PendingRequest> left) {
        all.addAll(left);
    }

    /**
     * All orders were read, and show what had been carried out by then.
     *
     * @param beganAt when the read began
     * @return what has become of those that are resolved by that, in words for people
     */
    List<String> looked(Instant beganAt, OrderTracker orders) {
        lookedAt = beganAt;
        List<String> news = new ArrayList<>();
        for (PendingRequest pending : List.copyOf(all)) {
            resolution(pending, orders).ifPresent(resolution -> {
                all.remove(pending);
                resolution.orders().forEach(order -> order.id().ifPresent(made::add));
                resolved.add(pending.request().resolvedBy(resolution.text()));
                onResolved.resolved(pending, resolution.happened(), resolution.text());
                news.add(pending.request().operation() + ": " + resolution.text());
            });
        }
        return news;
    }

    private record Resolution(boolean happened, String text, List<OrderState> orders) {
        static Resolution carriedOut(String before, List<OrderState> orders) {
            return new Resolution(true, before + UnresolvedRequests.carriedOut(orders), orders);
        }
    }

    private Optional<Resolution> resolution(PendingRequest pending, OrderTracker orders) {
        if (isFound(pending, orders)) {
            List<OrderState> found = orders.withClientId(String.valueOf(pending.ownId())).stream()
                    .toList();
            return Optional.of(new Resolution(
                    true,
                    carriedOut(found),
                    found.stream().filter(pending::mayHaveMade).toList()));
        }
        if (lookedAt.isBefore(pending.windowEndsAt())) {
            return Optional.empty();
        }
        List<OrderState> made = pending.madeBy(orders);
        if (!made.isEmpty()) {
            return Optional.of(new Resolution(true, carriedOut(made) + LOOK_ALIKE, made));
        }
        List<OrderState> some = orders.all().stream()
                .filter(order -> pending.mayHaveMade(order)
                        && (order.canFill() || order.signedFills().signum() != 0))
                .toList();
        return Optional.of(
                some.isEmpty()
                        ? new Resolution(
                                false,
                                "counts as not carried out: no order shows it, and the time in which it could come late is"
                                        + " over",
                                List.of())
                        : Resolution.carriedOut("at least in part, or by somebody else, ", some));
    }

    /** The account is flat: what shows in orders that are over has happened, and its window need not be waited for. */
    void flat(OrderTracker orders) {
        for (PendingRequest pending : all) {
            if (hasHappened(pending, orders)) {
                onResolved.resolved(pending, true, carriedOut(pending.madeBy(orders)));
            }
        }
    }

    private static boolean isFound(PendingRequest pending, OrderTracker orders) {
        return pending.ownId() != null && orders.withClientId(pending.ownId()).isPresent();
    }

    private static String carriedOut(List<OrderState> made) {
        return "carried out: resolved by "
                + String.join(", ", made.stream().map(OrderState::toString).toList());
    }

    /** True if each of them shows in orders of its own, which are over. Then nothing more can come of them. */
    boolean allHappened(OrderTracker orders) {
        return all.stream().allMatch(pending -> hasHappened(pending, orders));
    }

    private static boolean hasHappened(PendingRequest pending, OrderTracker orders) {
        List<OrderState> made = pending.madeBy(orders);
        return !made.isEmpty() && made.stream().noneMatch(OrderState::canFill);
    }

    /** True if nothing may be sent for the account. */
    boolean blockAccount() {
        return all.stream().anyMatch(PendingRequest::blocksAccount);
    }

    boolean areLeft() {
        return !all.isEmpty();
    }

    /**
     * True if nothing may be sent for this position.
     *
     * @param again whether the same request with the same id is what would be sent
     */
    boolean block(HeldPosition position, boolean again) {
        return all.stream()
                .anyMatch(pending -> pending.blocksAccount()
                        || (isAbout(pending, position) && !(again && pending.mayBeSentAgain())));
    }

    private static boolean isAbout(PendingRequest pending, HeldPosition position) {
        return pending.positions().stream()
                .anyMatch(closed -> HeldPosition.isNamed(closed.instrumentId(), position.instrumentId()));
    }

    /** The ids of orders that may have been made for this position. */
    List<String> ownIds(HeldPosition position) {
        return all.stream()
                .filter(pending -> isAbout(pending, position))
                .flatMap(pending -> Stream.ofNullable(pending.ownId()))
                .toList();
    }

    /** The ids of all orders that are looked for. */
    List<String> ownIds() {
        return all.stream()
                .flatMap(pending -> Stream.ofNullable(pending.ownId()))
                .toList();
    }

    /** What was sent with this id is sent again with it, and then stands for both. */
    void forget(String ownId) {
        all.removeIf(pending -> ownId.equals(pending.ownId()));
    }

    /** True if a request may have made this order. From then on the order counts as the run's own. */
    boolean mayHaveMade(OrderState order) {
        return order.id().filter(made::contains).isPresent()
                || all.stream().anyMatch(pending -> pending.mayHaveMade(order));
    }

    List<PendingRequest> left() {
        return List.copyOf(all);
    }

    List<UnresolvedRequest> pending(OrderTracker orders) {
        return all.stream()
                .filter(pending -> !hasHappened(pending, orders))
                .map(PendingRequest::request)
                .toList();
    }

    List<UnresolvedRequest> resolved(OrderTracker orders) {
        List<UnresolvedRequest> everything = new ArrayList<>(resolved);
        all.stream()
                .filter(pending -> hasHappened(pending, orders))
                .map(pending -> pending.request().resolvedBy(carriedOut(pending.madeBy(orders))))
                .forEach(everything::add);
        return everything;
    }
}
