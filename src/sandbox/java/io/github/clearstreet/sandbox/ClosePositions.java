package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Map;

/** {@code close_positions}: one closing order for each position of the account, every time it is called. */
final class ClosePositions implements Operation {
    private final Accounts accounts;

    ClosePositions(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        boolean cancelOrders = CloseRequestBody.cancelOrders(call.request().body());
        List<SandboxOrder> created =
                accounts.inAccount(parameters, (book, now) -> book.closePositions(any -> true, cancelOrders, now));
        return SandboxResponse.data(
                created.stream().map(OrderJson::of).toList(), call.request().requestId());
    }
}
