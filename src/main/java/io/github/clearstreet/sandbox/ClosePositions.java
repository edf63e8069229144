package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code close_positions}: one closing order for each position of the account, every time it is called. */
final class ClosePositions implements Operation {
    private final Accounts accounts;

    ClosePositions(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public SandboxResponse execute(Arrival call, Map<String, String> parameters) {
        boolean cancelOrders = cancelOrders(call.request().body());
        List<SandboxOrder> created =
                accounts.inAccount(parameters, (book, now) -> book.closePositions(cancelOrders, now));
        return SandboxResponse.data(
                created.stream().map(OrderJson::of).toList(), call.request().requestId());
    }

    /** The API's default is not documented. The sandbox leaves open orders alone unless told otherwise. */
    private static boolean cancelOrders(String body) {
        Object json = body.isEmpty() ? null : read(body);
        if (json == null) {
            return false;
        }
        if (!(json instanceof Map<?, ?> members) || !Set.of("cancel_orders").containsAll(members.keySet())) {
            throw new RefusedException(400, "The body must be an object with cancel_orders, null, or nothing.");
        }
        Object cancelOrders = members.get("cancel_orders");
        if (cancelOrders != null && !(cancelOrders instanceof Boolean)) {
            throw new RefusedException(400, "cancel_orders must be true, false or null.");
        }
        return Boolean.TRUE.equals(cancelOrders);
    }

    private static @Nullable Object read(String body) {
        try {
            return JsonReader.read(body);
        } catch (JsonException e) {
            throw new RefusedException(400, "The body is not JSON: " + e.getMessage() + ".");
        }
    }
}
