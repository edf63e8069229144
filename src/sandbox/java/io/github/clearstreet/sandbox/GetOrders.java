package io.github.clearstreet.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code get_orders}: the orders that pass the filters, newest first, a page at a time. */
final class GetOrders implements Operation {
    private static final Set<String> PARAMETERS = Set.of(
            Paging.PAGE_SIZE,
            Paging.PAGE_TOKEN,
            "order_ids",
            "status",
            "symbol",
            "instrument_ids",
            "instrument_type",
            "underlying_instrument_ids",
            "from",
            "to");

    private final Accounts accounts;
    private final Paging paging;

    GetOrders(Accounts accounts, Paging paging) {
        this.accounts = accounts;
        this.paging = paging;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        QueryParameters query = new QueryParameters(call.request(), PARAMETERS);
        OrderFilter filter = OrderFilter.of(query);
        List<SandboxOrder> found = new ArrayList<>(accounts.inAccount(
                parameters,
                (book, now) -> book.orders().all().stream()
                        .filter(book.passing(filter))
                        .toList()));
        Collections.reverse(found);
        return SandboxResponse.page(
                paging.page(found, call.request(), query),
                OrderJson::of,
                call.request().requestId());
    }
}
