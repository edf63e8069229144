package io.github.clearstreet.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * {@code close_position}: as {@code close_positions}, for one instrument. The API declares no answer for an instrument
 * that is not held; the sandbox then has nothing to close, and answers so.
 */
final class ClosePosition implements Operation {
    private final Accounts accounts;

    ClosePosition(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        String instrument = PathTemplate.decode(requireNonNull(parameters.get("instrument_id")));
        boolean cancelOrders = CloseRequestBody.cancelOrders(call.request().body());
        List<SandboxOrder> created = accounts.inAccount(
                parameters, (book, now) -> book.closePositions(held -> held.isNamed(instrument), cancelOrders, now));
        return SandboxResponse.data(
                created.stream().map(OrderJson::of).toList(), call.request().requestId());
    }
}
