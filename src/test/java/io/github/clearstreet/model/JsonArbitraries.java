package io.github.clearstreet.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random JSON: orders as the API may send them, and values of any kind. */
final class JsonArbitraries {
    private static final Arbitrary<String> TEXT = Arbitraries.strings()
            .withCharRange(' ', '\u024F')
            .withChars("€\u2028\"\\\n")
            .ofMaxLength(12);
    private static final Arbitrary<String> DECIMAL = Arbitraries.bigDecimals()
            .between(new BigDecimal("-1e12"), new BigDecimal("1e12"))
            .ofScale(6)
            .map(BigDecimal::toPlainString);
    private static final Arbitrary<String> TIMESTAMP = instants().map(Instant::toString);

    /** The fields of an order that must be there, and their values. */
    static final Map<String, Arbitrary<?>> REQUIRED = required();

    /** The other fields of an order. */
    static final Map<String, Arbitrary<?>> OPTIONAL = optional();

    private JsonArbitraries() {}

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(),
                                        Instant.parse("9999-12-31T23:59:59Z").getEpochSecond()),
                        Arbitraries.oneOf(
                                Arbitraries.just(0),
                                Arbitraries.integers().between(0, 999).map(millis -> millis * 1_000_000),
                                Arbitraries.integers().between(0, 999_999_999)))
                .as(Instant::ofEpochSecond);
    }

    /** Orders without violations: some optional fields, some null, some that no specification has. */
    static Arbitrary<Map<String, Object>> orders() {
        return Combinators.combine(
                        fields(REQUIRED, 0),
                        fields(OPTIONAL, 0.5),
                        values().map(value -> Map.of("new_field", value)).injectNull(0.5))
                .as((required, optional, unknown) -> {
                    Map<String, Object> order = new LinkedHashMap<>(required);
                    order.putAll(optional);
                    if (unknown != null) {
                        order.putAll(unknown);
                    }
                    return order;
                });
    }

    /** An answer with a few orders. */
    static Arbitrary<Map<String, Object>> answers() {
        return Combinators.combine(orders().list().ofMinSize(1).ofMaxSize(3), TEXT)
                .as((orders, requestId) -> Map.of("data", orders, "metadata", Map.of("request_id", requestId)));
    }

    /** Any JSON value but null, nested up to three levels, with numbers that a double can carry. */
    static Arbitrary<Object> values() {
        return values(3);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                TEXT,
                Arbitraries.of(true, false),
                Arbitraries.longs(),
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(20).negate(), BigInteger.TEN.pow(20)),
                Arbitraries.doubles().between(-1e9, 1e9).ofScale(4));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Object> elements = values(depth - 1);
        return Arbitraries.oneOf(
                scalars,
                scalars,
                elements.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(TEXT, elements).ofMaxSize(3).map(map -> map));
    }

    private static Map<String, Arbitrary<?>> required() {
        Map<String, Arbitrary<?>> fields = new LinkedHashMap<>();
        for (String name : List.of("id", "venue")) {
            fields.put(name, TEXT);
        }
        fields.put("account_id", Arbitraries.longs());
        fields.put("side", values("BUY", "SELL", "SELL_SHORT"));
        fields.put("order_type", values("MARKET", "LIMIT"));
        fields.put("time_in_force", values("DAY", "GOOD_TILL_CANCEL"));
        fields.put("status", values("PENDING_NEW", "FILLED"));
        for (String name : List.of("quantity", "filled_quantity", "leaves_quantity")) {
            fields.put(name, DECIMAL);
        }
        for (String name : List.of("created_at", "updated_at")) {
            fields.put(name, TIMESTAMP);
        }
        return fields;
    }

    private static Map<String, Arbitrary<?>> optional() {
        Map<String, Arbitrary<?>> fields = new LinkedHashMap<>();
        for (String name : List.of("client_order_id", "instrument_id", "symbol", "underlying_instrument_id")) {
            fields.put(name, TEXT);
        }
        fields.put("instrument_type", values("COMMON_STOCK", "INDEX"));
        fields.put("queue_state", values("AWAITING_RELEASE", "RELEASED"));
        fields.put("trailing_offset_type", values("PRICE", "BPS"));
        fields.put("extended_hours", Arbitraries.of(true, false));
        fields.put("details", TEXT.list().ofMaxSize(3));
        for (String name : List.of(
                "limit_price",
                "stop_price",
                "average_fill_price",
                "trailing_offset",
                "limit_offset",
                "trailing_stop_px",
                "trailing_limit_px",
                "trailing_watermark_px")) {
            fields.put(name, DECIMAL);
        }
        for (String name : List.of("expires_at", "releases_at", "trailing_watermark_ts")) {
            fields.put(name, TIMESTAMP);
        }
        return fields;
    }

    /** Known values, and sometimes one that is not known. */
    private static Arbitrary<String> values(String... known) {
        return Arbitraries.oneOf(Arbitraries.of(known), Arbitraries.of(known), TEXT);
    }

    private static Arbitrary<Map<String, Object>> fields(Map<String, Arbitrary<?>> fields, double absent) {
        Arbitrary<Map<String, Object>> all = Arbitraries.just(Map.of());
        for (Map.Entry<String, Arbitrary<?>> field : fields.entrySet()) {
            Arbitrary<@Nullable Object> value = field.getValue().asGeneric().injectNull(absent);
            all = Combinators.combine(all, value).as((others, one) -> with(others, field.getKey(), one));
        }
        return all;
    }

    /** Null is left out or written as null, depending on the name: both mean the same. */
    private static Map<String, Object> with(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value == null && name.length() % 2 == 0) {
            return fields;
        }
        Map<String, Object> copy = new LinkedHashMap<>(fields);
        copy.put(name, value);
        return copy;
    }
}
