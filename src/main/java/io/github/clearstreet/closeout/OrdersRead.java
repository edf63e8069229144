package io.github.clearstreet.closeout;

import io.github.clearstreet.api.OrdersApi.GetOrdersQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an {@link OrderBook} up to date. The first time it reads every order, whatever its status, because a filter by
 * status would leave out those with a new one; after that the orders made since, and the older ones that may still fill.
 */
final class OrdersRead {
    private static final int IDS_IN_A_REQUEST = 50;

    private final AccountCalls calls;
    private final OrderBook book;
    private final @Nullable Instant oldest;
    private final Instant startOfRun;
    private boolean allRead;

    OrdersRead(AccountCalls calls, OrderBook book, Settings settings, Instant startOfRun) {
        this.calls = calls;
        this.book = book;
        this.startOfRun = startOfRun.minus(settings.clockSkew());
        this.oldest = settings.orderLookback() == null ? null : startOfRun.minus(settings.orderLookback());
    }

    /**
     * Reads what may have changed.
     *
     * @param changes gets, after each read, the orders that are new in the book, or not as they were; the next read may fail
     */
    void refresh(Consumer<List<OrderState>> changes) {
        if (!allRead || book.hasOrdersWithoutId()) {
            changes.accept(book.updateAll(since(oldest)));
            allRead = true;
            return;
        }
        List<OrderState> recent = since(startOfRun);
        changes.accept(book.updateAll(recent));
        Set<String> seen = recent.stream().flatMap(order -> order.id().stream()).collect(Collectors.toSet());
        List<String> older = book.open().stream()
                .flatMap(order -> order.id().stream())
                .filter(id -> !seen.contains(id) && !id.contains(","))
                .toList();
        for (int from = 0; from < older.size(); from += IDS_IN_A_REQUEST) {
            List<String> ids = older.subList(from, Math.min(older.size(), from + IDS_IN_A_REQUEST));
            changes.accept(book.update(read(GetOrdersQuery.builder().orderIds(ids))));
        }
    }

    private List<OrderState> since(@Nullable Instant from) {
        return read(GetOrdersQuery.builder().from(from));
    }

    private List<OrderState> read(GetOrdersQuery.Builder query) {
        return PageReader.all(token -> calls.ordersPage(query.pageToken(token).build())).stream()
                .map(OrderState::of)
                .toList();
    }
}
