package io.github.clearstreet.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One element of the body of {@code submit_orders}.
 *
 * @param id chosen by the client; comes back as client_order_id
 * @param instrument the symbol or the instrument id
 * @param fields of the order to be, as they were sent
 */
record NewOrder(@Nullable String id, String instrument, Map<String, @Nullable Object> fields) {
    private static final int LONGEST_ID = 64;
    private static final Set<String> PRICES = Set.of("limit_price", "stop_price", "trailing_offset", "limit_offset");
    private static final Map<String, Set<String>> WORDS = Map.of(
            "side", EnumValues.NEW_SIDES,
            "order_type", EnumValues.NEW_ORDER_TYPES,
            "time_in_force", EnumValues.NEW_TIMES_IN_FORCE,
            "trailing_offset_type", EnumValues.TRAILING_OFFSET_TYPES);
    private static final Map<String, Set<String>> NEEDS = Map.of(
            "LIMIT", Set.of("limit_price"),
            "STOP", Set.of("stop_price"),
            "STOP_LIMIT", Set.of("limit_price", "stop_price"),
            "TRAILING_STOP", Set.of("trailing_offset", "trailing_offset_type"),
            "TRAILING_STOP_LIMIT", Set.of("trailing_offset", "trailing_offset_type", "limit_offset"));

    /** Reads the whole body: 400 if it is not JSON, 422 if it is not a list of new orders. */
    static List<NewOrder> listOf(String body) {
        if (!(Json.readRequest(body) instanceof List<?> elements) || elements.isEmpty()) {
            throw new ApiErrorException(422, "The body must be a list of new orders.");
        }
        return elements.stream().map(NewOrder::of).toList();
    }

    private static NewOrder of(@Nullable Object element) {
        if (!(element instanceof Map<?, ?> members)) {
            throw new ApiErrorException(422, "A new order must be an object.");
        }
        Map<String, @Nullable Object> fields = new TreeMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                fields.put(String.valueOf(name), checked(String.valueOf(name), value));
            }
        });
        for (String required : List.of("side", "quantity", "order_type", "time_in_force")) {
            require(fields.containsKey(required), required, "is missing");
        }
        NEEDS.getOrDefault(String.valueOf(fields.get("order_type")), Set.of())
                .forEach(needed -> require(fields.containsKey(needed), needed, "is needed by this order_type"));
        require(
                !"GOOD_TILL_DATE".equals(fields.get("time_in_force")) || fields.containsKey("expires_at"),
                "expires_at",
                "is needed by this time_in_force");
        Object symbol = fields.remove("symbol");
        Object instrumentId = fields.remove("instrument_id");
        Object instrument = instrumentId == null ? symbol : instrumentId;
        require(instrument != null, "symbol", "or instrument_id must name the instrument");
        return new NewOrder((String) fields.remove("id"), String.valueOf(instrument), fields);
    }

    private static Object checked(String name, Object value) {
        if (name.equals("extended_hours")) {
            require(value instanceof Boolean, name, "must be true or false");
            return value;
        }
        require(value instanceof String, name, "must be a string");
        String text = (String) value;
        if (WORDS.containsKey(name)) {
            Set<String> words = WORDS.getOrDefault(name, Set.of());
            require(words.contains(text), name, "must be one of " + String.join(", ", words));
        } else if (name.equals("quantity") || PRICES.contains(name)) {
            require(DecimalText.isPlain(text), name, "must be a decimal number");
            require(name.equals("limit_offset") || new BigDecimal(text).signum() > 0, name, "must be more than zero");
        } else if (name.equals("id")) {
            require(!text.isBlank() && text.length() <= LONGEST_ID, name, "must have 1 to 64 characters");
        } else if (name.equals("expires_at")) {
            require(QueryParameters.parsedTime(text).isPresent(), name, "must be a time like 2025-10-03T14:01:15Z");
        } else {
            require(Set.of("symbol", "instrument_id").contains(name) && !text.isBlank(), name, "is not expected");
        }
        return text;
    }

    /** What the ledger carries out. Fields that it does not know are in every response of the order as they came. */
    OrderTicket ticket(String symbol) {
        Map<String, @Nullable Object> rest = new TreeMap<>(fields);
        OrderTicket ticket = OrderTicket.of(
                String.valueOf(rest.remove("side")), symbol, new BigDecimal(String.valueOf(rest.remove("quantity"))));
        ticket = ticket.timeInForce(String.valueOf(rest.remove("time_in_force")));
        if (rest.remove("limit_price") instanceof String limit) {
            ticket = ticket.limit(limit);
        }
        if (rest.remove("stop_price") instanceof String stop) {
            ticket = ticket.stop(stop);
        }
        rest.put("client_order_id", id);
        return ticket.withFields(rest);
    }

    private static void require(boolean condition, String field, String why) {
        if (!condition) {
            throw ApiErrorException.badField(field, why);
        }
    }
}
