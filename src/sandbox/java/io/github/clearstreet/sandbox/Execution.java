package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fill as {@code get_executions} tells it. */
record Execution(String id, SandboxOrder order, BigDecimal quantity, BigDecimal price, Instant at) {
    /** The id is the same in every run. */
    static Execution of(SandboxOrder order, int number, BigDecimal quantity, BigDecimal price, Instant at) {
        byte[] name = (order.id() + "/" + number).getBytes(StandardCharsets.UTF_8);
        return new Execution(UUID.nameUUIDFromBytes(name).toString(), order, quantity, price, at);
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("id", id);
        json.put("order_id", order.id());
        order.instrument().putInto(json);
        json.put("underlying_instrument_id", order.instrument().underlyingId().orElse(null));
        json.put("side", order.side());
        json.put("quantity", quantity.toPlainString());
        json.put("price", price.toPlainString());
        json.put("venue", order.instrument().venue());
        json.put("transaction_time", OrderJson.time(at));
        return json;
    }
}
