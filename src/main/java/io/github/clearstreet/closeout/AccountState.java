package io.github.clearstreet.closeout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run knows of its account. Not thread-safe. */
final class AccountState {
    private final FlattenOptions options;
    private final Settings settings;
    private final OrderBook book = new OrderBook();
    private final Map<String, Holding> holdings = new LinkedHashMap<>();
    private final Doubts doubts = new Doubts();
    private final Cancels cancels;
    private List<String> problems = List.of();
    private boolean positionsAreCurrent;
    private @Nullable Instant unreadableSince;

    AccountState(FlattenOptions options, Settings settings) {
        this.options = options;
        this.settings = settings;
        this.cancels = new Cancels(options.rounds(), settings.settleTime(), settings.slowestPoll());
    }

    OrderBook book() {
        return book;
    }

    Doubts doubts() {
        return doubts;
    }

    Cancels cancels() {
        return cancels;
    }

    // ---- Positions

    void read(PositionsRead positions, Instant now) {
        problems = positions.problems();
        positionsAreCurrent = true;
        positions
                .held()
                .forEach((id, position) -> holdings.computeIfAbsent(id, unseen -> new Holding(position))
                        .read(position));
        holdings.forEach((id, holding) -> {
            if (!positions.held().containsKey(id)) {
                if (positions.mayHold(id)) {
                    holding.readAsUnknown();
                } else {
                    holding.readAsClosed();
                }
            }
        });
        boolean unreadable = !problems.isEmpty() || book.open().stream().anyMatch(OrderState::isUnreadable);
        unreadableSince = !unreadable ? null : unreadableSince == null ? now : unreadableSince;
    }

    /** A close is about to change the positions. */
    void positionsMayChange() {
        positionsAreCurrent = false;
    }

    boolean positionsAreCurrent() {
        return positionsAreCurrent;
    }

    List<String> problems() {
        return problems;
    }

    /** True once something has been unreadable for so long that it will probably stay so. */
    boolean staysUnreadable(Instant now) {
        return unreadableSince != null && !now.isBefore(unreadableSince.plus(settings.settleTime()));
    }

    List<Holding> holdings() {
        return List.copyOf(holdings.values());
    }

    List<Holding> held() {
        return holdings.values().stream().filter(Holding::isHeld).toList();
    }

    // ---- Orders

    /** Finds the run's own orders among those that requests in doubt may have made. */
    void claimOrders() {
        for (OrderState order : book.all()) {
            if (!book.isOurs(order) && doubts.mayHaveMade(order)) {
                claim(order, holdings());
            }
        }
    }

    /** Counts the order as one that closes these positions, as far as it is about them. */
    void claim(OrderState order, List<Holding> closed) {
        order.id().ifPresent(id -> {
            book.addOurs(id);
            closed.stream()
                    .filter(holding -> holding.before().concerns(order))
                    .forEach(holding -> holding.addOrder(id));
        });
    }

    /** Orders that may fill, and were not made by this run. */
    List<OrderState> foreignOrders() {
        return book.open().stream().filter(order -> !book.isOurs(order)).toList();
    }

    /** Those of them that the run may cancel. */
    List<OrderState> ordersToCancel() {
        return options.cancelOrders() ? foreignOrders() : List.of();
    }

    /** Orders that may fill and that the run has to see the end of. */
    List<OrderState> ordersToFollow() {
        return options.cancelOrders()
                ? book.open()
                : book.open().stream().filter(book::isOurs).toList();
    }

    // ---- What can be done

    /** Says where the position stands, by what is known now. */
    Standing standing(Holding holding, Instant now) {
        if (!holding.isHeld()) {
            return Standing.CLOSED;
        }
        Standing givenUp = holding.givenUp();
        if (givenUp != null) {
            return givenUp;
        }
        List<Standing> obstacles = new ArrayList<>();
        if (holding.isUnknown()) {
            obstacles.add(unreadable("the position could not be read any more", now));
        }
        book.open().stream()
                .filter(holding.before()::concerns)
                .map(order -> obstacle(order, holding, now))
                .filter(obstacle -> !obstacle.is(Standing.Kind.CLOSABLE))
                .forEach(obstacles::add);
        return obstacles.stream()
                .filter(obstacle -> obstacle.is(Standing.Kind.STUCK))
                .findFirst()
                .or(() -> obstacles.stream().findFirst())
                .orElseGet(() -> withoutObstacle(holding, now));
    }

    private Standing withoutObstacle(Holding holding, Instant now) {
        if (doubts.arePending()) {
            return Standing.waiting("it is not known yet whether a request was carried out");
        }
        if (now.isBefore(holding.heldUntil())) {
            return Standing.waiting("the positions do not show yet what the orders did");
        }
        if (holding.closes() >= options.rounds()) {
            return Standing.stuck(
                    StopReason.ROUND_LIMIT,
                    "closed " + holding.closes() + " times, as often as the options allow, and still there");
        }
        return Standing.CLOSABLE;
    }

    /** Closing while such an order works could turn the position around. */
    private Standing obstacle(OrderState order, Holding holding, Instant now) {
        if (order.id().isEmpty() || order.status().isEmpty()) {
            return unreadable("an order could not be read: " + order, now);
        }
        if (book.isOurs(order)) {
            return Standing.waiting("its closing order may still fill: " + order);
        }
        if (options.cancelOrders()) {
            return cancels.mayGoAway(order, now)
                    ? Standing.waiting("an open order is being cancelled: " + order)
                    : Standing.stuck(
                            StopReason.OPEN_ORDERS,
                            "an open order does not go away: " + order
                                    + cancels.refusal(order)
                                            .map(text -> " (" + text + ")")
                                            .orElse(""));
        }
        return holding.isOnlyIncreasedBy(order)
                ? Standing.CLOSABLE
                : Standing.stuck(StopReason.OPEN_ORDERS, "an open order, to be kept, could close it too: " + order);
    }

    private Standing unreadable(String text, Instant now) {
        return staysUnreadable(now) ? Standing.stuck(StopReason.UNREADABLE, text) : Standing.waiting(text);
    }
}
