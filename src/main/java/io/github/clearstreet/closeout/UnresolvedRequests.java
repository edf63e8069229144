package io.github.clearstreet.closeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requests of which it is not known whether they were carried out, or what they made: of this run, and of earlier ones on
 * the account. Until the late-execution window of each is over, and the orders were read after that, nothing is sent that
 * could do the same again. Not thread-safe.
 */
final class UnresolvedRequests {
    private static final Duration MOST_SKEW = Duration.ofMinutes(15);

    private final List<Pending> all = new ArrayList<>();
    private final List<UnresolvedRequest> resolved = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private Resolved onResolved = (pending, happened, resolution) -> {};
    private Instant lookedAt = Instant.MIN;

    /**
     * One request that is not resolved.
     *
     * @param ordersBefore the ids of the orders that were known right before it, and so are not its own
     * @param positions what it was to close; empty if it was to cancel
     * @param blocksAccount whether nothing at all is sent meanwhile; otherwise nothing for these positions
     * @param attemptId its entry in the journal, if another process sent it
     * @param sentAfter by the server's clock: an order that was made earlier is not its own; null if that is not known
     * @param ownId the id by which its order can be found, if it has one
     * @param mayBeSentAgain whether the same request may be sent again, with the same id
     */
    record Pending(
            UnresolvedRequest request,
            Instant windowEndsAt,
            Set<String> ordersBefore,
            List<HeldPosition> positions,
            boolean blocksAccount,
            @Nullable String attemptId,
            @Nullable Instant sentAfter,
            @Nullable String ownId,
            boolean mayBeSentAgain) {

        /** One that this close-out sent itself. */
        Pending(
                UnresolvedRequest request,
                Instant windowEndsAt,
                Set<String> ordersBefore,
                List<HeldPosition> positions,
                boolean blocksAccount) {
            this(request, windowEndsAt, ordersBefore, positions, blocksAccount, null, null, null, false);
        }

        boolean mayHaveMade(OrderState order) {
            if (ownId != null && order.clientOrderId().isPresent()) {
                return order.clientOrderId().get().equalsIgnoreCase(ownId);
            }
            return order.id().filter(id -> !ordersBefore.contains(id)).isPresent()
                    && positions.stream().anyMatch(order::mayClose)
                    && !isOlder(order);
        }

        /** An order like the server's own is its own even if it seems older, as far as no clock is known to be right. */
        private boolean isOlder(OrderState order) {
            if (sentAfter == null) {
                return false;
            }
            Instant from = positions.stream().anyMatch(order::looksLikeClosing) ? sentAfter.minus(MOST_SKEW) : sentAfter;
            return order.createdAt().filter(from::isAfter).isPresent();
        }

        /** The orders that close each position as a whole; empty unless every position has one. */
        List<OrderState> madeBy(OrderTracker orders) {
            List<OrderState> made = new ArrayList<>();
            for (HeldPosition position : positions) {
                Optional<OrderState> order = orders.concerning(position).stream()
                        .filter(candidate -> mayHaveMade(candidate) && candidate.closesAllOf(position))
                        .findFirst();
                if (order.isEmpty()) {
                    return List.of();
                }
                made.add(order.get());
            }
            return made;
        }
    }

    /** Hears what became of a request. */
    interface Resolved {
        void resolved(Pending pending, boolean happened, String resolution);
    }

    void onResolved(Resolved listener) {
        onResolved = listener;
    }

    void add(Pending pending) {
        all.add(pending);
    }

    /** Those that an earlier run left behind: the window of each goes on. */
    void addAll(Collection<Pending> left) {
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
        for (Pending pending : List.copyOf(all)) {
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

    private Optional<Resolution> resolution(Pending pending, OrderTracker orders) {
        if (isFound(pending, orders)) {
            return Optional.of(Resolution.carriedOut(
                    "", orders.withClientId(String.valueOf(pending.ownId())).stream().toList()));
        }
        if (lookedAt.isBefore(pending.windowEndsAt())) {
            return Optional.empty();
        }
        List<OrderState> made = pending.madeBy(orders);
        if (!made.isEmpty()) {
            return Optional.of(Resolution.carriedOut("", made));
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
        for (Pending pending : all) {
            if (hasHappened(pending, orders)) {
                onResolved.resolved(pending, true, carriedOut(pending.madeBy(orders)));
            }
        }
    }

    private static boolean isFound(Pending pending, OrderTracker orders) {
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

    private static boolean hasHappened(Pending pending, OrderTracker orders) {
        List<OrderState> made = pending.madeBy(orders);
        return !made.isEmpty() && made.stream().noneMatch(OrderState::canFill);
    }

    /** True if nothing may be sent for the account. */
    boolean blockAccount() {
        return all.stream().anyMatch(Pending::blocksAccount);
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

    private static boolean isAbout(Pending pending, HeldPosition position) {
        return pending.positions().stream()
                .anyMatch(closed -> closed.instrumentId().equals(position.instrumentId()));
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

    List<Pending> left() {
        return List.copyOf(all);
    }

    List<UnresolvedRequest> pending(OrderTracker orders) {
        return all.stream()
                .filter(pending -> !hasHappened(pending, orders))
                .map(Pending::request)
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
