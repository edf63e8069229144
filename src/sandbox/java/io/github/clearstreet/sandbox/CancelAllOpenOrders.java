package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code cancel_all_open_orders}: asks to cancel every open order that passes the filters; 404 if none does. */
final class CancelAllOpenOrders implements Operation {
    private static final Set<String> PARAMETERS = Set.of("side", "type", "instrument_type", "instrument_ids");

    private final Accounts accounts;

    CancelAllOpenOrders(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        OrderFilter filter = OrderFilter.of(new QueryParameters(call.request(), PARAMETERS));
        List<SandboxOrder> asked =
                accounts.inAccount(parameters, (book, now) -> book.orders().requestCancels(book.passing(filter), now));
        if (asked.isEmpty()) {
            throw new RefusedException(404, "There is no such open order.");
        }
        return SandboxResponse.data(
                asked.stream().map(OrderJson::of).toList(), call.request().requestId());
    }
}
