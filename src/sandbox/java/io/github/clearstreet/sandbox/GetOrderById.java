package io.github.clearstreet.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** {@code get_order_by_id}: one order as it stands now, by its id, or by its client order id while it is open. */
final class GetOrderById implements Operation {
    private final Accounts accounts;

    GetOrderById(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        String orderId = PathTemplate.decode(requireNonNull(parameters.get("order_id")));
        SandboxOrder order = accounts.inAccount(
                        parameters,
                        (book, now) -> book.orders()
                                .find(orderId)
                                .or(() -> book.orders().findOpen(orderId)))
                .orElseThrow(() -> new RefusedException(404, "There is no such order."));
        return SandboxResponse.data(OrderJson.of(order), call.request().requestId());
    }
}
