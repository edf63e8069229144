package io.github.clearstreet.closeout;

import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import io.github.clearstreet.model.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an {@link OrderTracker} up to date. The first time it looks in two ways: at every order, whatever its status, because
 * a filter by status would leave out those with a new one; and at those that say they are open, because pages that shift, and
 * a window that the server chooses, would leave out others. After that it reads the orders made since, and the older ones
 * that may still fill; and once more those that say they are open, because one read is none.
 */
final class OrdersRead {
    private static final int IDS_IN_A_REQUEST = 50;

    /** Before any order of today's API. Said outright, because a list without a beginning may begin today. */
    private static final Instant THE_BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** What a server says to ids that it does not know, or to a filter that it does not have. */
    private static final Set<Integer> NO_SUCH_FILTER = Set.of(BAD_REQUEST, NOT_FOUND, 405, 414, 422, 501);

    static final List<OrderStatus> OPEN = List.of(
            OrderStatus.PENDING_NEW,
            OrderStatus.NEW,
            OrderStatus.PARTIALLY_FILLED,
            OrderStatus.PENDING_CANCEL,
            OrderStatus.PENDING_REPLACE,
            OrderStatus.REPLACED,
            OrderStatus.DONE_FOR_DAY,
            OrderStatus.STOPPED,
            OrderStatus.SUSPENDED,
            OrderStatus.CALCULATED,
            OrderStatus.OTHER);

    private final AccountCalls calls;
    private final OrderTracker orders;
    private final Settings settings;
    private final RunClock clock;
    private boolean allRead;
    private boolean openReadAgain;
    private boolean idsAreRefused;

    OrdersRead(AccountCalls calls, OrderTracker orders, Settings settings, RunClock clock) {
        this.calls = calls;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reads what may have changed.
     *
     * @param changes gets, after each read, the orders that are new, or not as they were; the next read may fail
     */
    void refresh(Consumer<List<OrderState>> changes) {
        if (!allRead || orders.hasOrdersWithoutId()) {
            changes.accept(orders.updateAll(all(), calls.serverNow()));
            changes.accept(orders.update(open(), calls.serverNow()));
            allRead = true;
            orders.begun();
            return;
        }
        List<OrderState> recent = read(GetOrdersQuery.builder().from(startOfRun()));
        changes.accept(orders.updateAll(recent, calls.serverNow()));
        Set<String> seen = recent.stream().flatMap(order -> order.id().stream()).collect(Collectors.toSet());
        byIds(
                orders.open().stream()
                        .flatMap(order -> order.id().stream())
                        .filter(id -> !seen.contains(id))
                        .toList(),
                changes);
        if (!openReadAgain) {
            changes.accept(orders.update(open(), calls.serverNow()));
            openReadAgain = true;
        }
    }

    /** Looks for orders by their ids, the server's or the client's. */
    void byIds(List<String> wanted, Consumer<List<OrderState>> changes) {
        List<String> ids = wanted.stream().filter(id -> !id.contains(",")).toList();
        for (int from = 0; from < ids.size(); from += IDS_IN_A_REQUEST) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + IDS_IN_A_REQUEST));
            changes.accept(orders.update(byIds(part), calls.serverNow()));
        }
    }

    /** One of them that the server does not know is no reason not to look for it in another way. */
    private List<OrderState> byIds(List<String> ids) {
        if (!idsAreRefused) {
            try {
                return read(GetOrdersQuery.builder().orderIds(ids));
            } catch (ClearStreetException e) {
                int status = e.status().orElse(0);
                if (!NO_SUCH_FILTER.contains(status)) {
                    throw e;
                }
                idsAreRefused = status != NOT_FOUND;
            }
        }
        return all();
    }

    /** An order of this run is not older than this, by the server's clock. */
    private Instant startOfRun() {
        return calls.serverClock().earliest(clock.shown(clock.startedAt()));
    }

    private List<OrderState> all() {
        Instant from = settings.orderLookback() == null
                ? THE_BEGINNING
                : clock.shown(clock.startedAt()).minus(settings.orderLookback());
        try {
            return read(GetOrdersQuery.builder().from(from));
        } catch (RejectedException e) {
            if (e.status().orElse(0) != BAD_REQUEST) {
                throw e;
            }
            return read(GetOrdersQuery.builder()); // a server that takes no such beginning
        }
    }

    private List<OrderState> open() {
        return open(calls, clock.shownNow());
    }

    /** A server that does not know one of the statuses refuses them all. */
    private static List<OrderState> open(AccountCalls calls, Instant readAt) {
        try {
            return read(calls, GetOrdersQuery.builder().status(OPEN), readAt);
        } catch (RejectedException e) {
            if (e.status().orElse(0) != BAD_REQUEST) {
                throw e;
            }
            return List.of();
        }
    }

    /** Orders from then on, and those that work, whenever they were made; some come twice. */
    static List<OrderState> since(AccountCalls calls, Instant from, Instant readAt) {
        List<OrderState> read =
                new ArrayList<>(read(calls, GetOrdersQuery.builder().from(from), readAt));
        read.addAll(open(calls, readAt));
        return read;
    }

    private List<OrderState> read(GetOrdersQuery.Builder query) {
        return read(calls, query, clock.shownNow());
    }

    static List<OrderState> read(AccountCalls calls, GetOrdersQuery.Builder query, @Nullable Instant readAt) {
        List<OrderState> read = new ArrayList<>();
        PageReader.all(token -> calls.ordersPage(
                        query.pageSize(AccountCalls.LARGEST_PAGE)
                                .pageToken(token)
                                .build(),
                        token != null))
                .forEach(order -> read.add(readAt == null ? OrderState.of(order) : OrderState.of(order, readAt)));
        return read;
    }
}
