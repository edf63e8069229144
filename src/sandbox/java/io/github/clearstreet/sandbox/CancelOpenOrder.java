package io.github.clearstreet.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** {@code cancel_open_order}: asks to cancel one order. An order that is final is not an open one: 404. */
final class CancelOpenOrder implements Operation {
    private final Accounts accounts;

    CancelOpenOrder(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        String orderId = PathTemplate.decode(requireNonNull(parameters.get("order_id")));
        SandboxOrder order = accounts
                .inAccount(
                        parameters,
                        (book, now) ->
                                book.orders().requestCancels(any -> any.id().equals(orderId), now))
                .stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(404, "There is no such open order."));
        return SandboxResponse.data(OrderJson.of(order), call.request().requestId());
    }
}
