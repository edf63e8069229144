package io.github.clearstreet.closeout;

import io.github.clearstreet.json.OpenEnum;
import io.github.clearstreet.model.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The terms of an order that its one line does not show. */
final class OrderTerms {
    private OrderTerms() {}

    /** What else it takes to place the order again, by the API's own names. */
    static Map<String, String> of(OrderState state) {
        Order order = state.order();
        Map<String, String> terms = new LinkedHashMap<>();
        put(terms, "client_order_id", state.clientOrderId());
        put(
                terms,
                "order_type",
                OrderState.read(() -> Optional.of(order.orderType().value())));
        put(
                terms,
                "time_in_force",
                OrderState.read(() -> Optional.of(order.timeInForce().value())));
        put(terms, "limit_price", OrderState.read(order::limitPrice).map(BigDecimal::toPlainString));
        put(terms, "stop_price", OrderState.read(order::stopPrice).map(BigDecimal::toPlainString));
        put(terms, "trailing_offset", OrderState.read(order::trailingOffset).map(BigDecimal::toPlainString));
        put(
                terms,
                "trailing_offset_type",
                OrderState.read(order::trailingOffsetType).map(OpenEnum::value));
        put(terms, "limit_offset", OrderState.read(order::limitOffset).map(BigDecimal::toPlainString));
        put(terms, "expires_at", OrderState.read(order::expiresAt).map(Instant::toString));
        put(terms, "extended_hours", OrderState.read(order::extendedHours).map(Object::toString));
        return terms;
    }

    private static void put(Map<String, String> terms, String name, Optional<String> value) {
        value.ifPresent(present -> terms.put(name, present));
    }
}
