package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Map;

/** {@code submit_orders}: creates an order for each element of the body, all of them or none. */
final class SubmitOrders implements Operation {
    private final Accounts accounts;

    SubmitOrders(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        List<NewOrder> submitted = NewOrder.listOf(call.request().body());
        List<SandboxOrder> created = accounts.inAccount(parameters, (book, now) -> book.submit(submitted, now));
        return SandboxResponse.data(
                created.stream().map(OrderJson::of).toList(), call.request().requestId());
    }
}
