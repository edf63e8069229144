package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an order as the API does: the fields of its published example always, others only when they have a value. */
final class OrderJson {
    private static final DateTimeFormatter NANOSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private OrderJson() {}

    static Map<String, @Nullable Object> of(SandboxOrder order) {
        OrderTicket ticket = order.ticket();
        SandboxInstrument instrument = order.instrument();
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("id", order.id());
        json.put("account_id", order.accountId());

        instrument.putInto(json);
        json.put("instrument_type", instrument.isTypedInOrders() ? instrument.type() : null);
        json.put("venue", instrument.venue());
        instrument.underlyingId().ifPresent(id -> json.put("underlying_instrument_id", id));

        json.put("side", ticket.side());
        json.put("order_type", ticket.orderType());
        json.put("time_in_force", ticket.timeInForce());
        json.put("quantity", ticket.quantity().toPlainString());
        json.put("limit_price", decimal(ticket.limitPrice()));
        json.put("stop_price", decimal(ticket.stopPrice()));

        json.put("status", order.status());
        json.put("filled_quantity", order.filledQuantity().toPlainString());
        json.put("leaves_quantity", order.leavesQuantity().toPlainString());
        json.put("average_fill_price", decimal(order.averageFillPrice()));
        json.put("created_at", time(order.createdAt()));
        json.put("updated_at", time(order.updatedAt()));
        if (!order.details().isEmpty()) {
            json.put("details", order.details());
        }
        order.queueState().ifPresent(state -> json.put("queue_state", state));
        order.releasesAt().ifPresent(at -> json.put("releases_at", time(at)));

        json.putAll(ticket.fields());
        return json;
    }

    private static @Nullable String decimal(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse(null);
    }

    static String time(Instant at) {
        return NANOSECONDS.format(at);
    }
}
