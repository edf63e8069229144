package io.github.clearstreet.sandbox;

import java.util.Map;
import java.util.Set;

/** The body of the operations that close positions. */
final class CloseRequestBody {
    private CloseRequestBody() {}

    /** The API's default is not documented. The sandbox leaves open orders alone unless told otherwise. */
    static boolean cancelOrders(String body) {
        Object json = body.isEmpty() ? null : Json.readRequest(body);
        if (json == null) {
            return false;
        }
        if (!(json instanceof Map<?, ?> members) || !Set.of("cancel_orders").containsAll(members.keySet())) {
            throw new ApiErrorException(400, "The body must be an object with cancel_orders, null, or nothing.");
        }
        Object cancelOrders = members.get("cancel_orders");
        if (cancelOrders != null && !(cancelOrders instanceof Boolean)) {
            throw new ApiErrorException(400, "cancel_orders must be true, false or null.");
        }
        return Boolean.TRUE.equals(cancelOrders);
    }
}
