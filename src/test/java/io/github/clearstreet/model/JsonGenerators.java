package io.github.clearstreet.model;

import static org.quicktheories.generators.Generate.booleans;
import static org.quicktheories.generators.Generate.constant;
import static org.quicktheories.generators.Generate.longRange;
import static org.quicktheories.generators.Generate.oneOf;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.Generate.range;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.maps;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** Random JSON: orders as the API may send them, and values of any kind. */
final class JsonGenerators {
    private static final Gen<Character> CHARACTERS = oneOf(
            range(' ', '\u024F').map(c -> (char) c.intValue()),
            pick("€\u2028\"\\\n".chars().mapToObj(c -> (char) c).toList()));
    private static final Gen<String> TEXT =
            lists().of(CHARACTERS).ofSizeBetween(0, 12).map(JsonGenerators::text);
    private static final Gen<Long> LONGS = longRange(Long.MIN_VALUE, Long.MAX_VALUE, 0);
    private static final Gen<String> DECIMAL = longRange(-1_000_000_000_000_000_000L, 1_000_000_000_000_000_000L, 0)
            .map(unscaled -> BigDecimal.valueOf(unscaled, 6).toPlainString());
    private static final Gen<String> TIMESTAMP = instants().map(Instant::toString);

    /** The fields of an order that must be there, and their values. */
    static final Map<String, Gen<?>> REQUIRED = required();

    /** The other fields of an order. */
    static final Map<String, Gen<?>> OPTIONAL = optional();

    private JsonGenerators() {}

    private static String text(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }

    private static Gen<Instant> instants() {
        Gen<Long> seconds = longRange(
                Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(),
                Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());
        Gen<Integer> nanos = oneOf(constant(0), range(0, 999).map(millis -> millis * 1_000_000), range(0, 999_999_999));
        return seconds.zip(nanos, Instant::ofEpochSecond);
    }

    /** Orders without violations: some optional fields, some null, some that no specification has. */
    static Gen<Map<String, Object>> orders() {
        Gen<Object> values = values();
        return source -> {
            Map<String, Object> order = new LinkedHashMap<>();
            REQUIRED.forEach((name, kind) -> order.put(name, kind.generate(source)));
            OPTIONAL.forEach(
                    (name, kind) -> putOrNull(order, name, orNull(kind, 50).generate(source)));
            if (booleans().generate(source)) {
                order.put("new_field", values.generate(source));
            }
            return order;
        };
    }

    /** An answer with a few orders. */
    static Gen<Map<String, Object>> answers() {
        return lists().of(orders())
                .ofSizeBetween(1, 3)
                .zip(TEXT, (orders, requestId) -> Map.of("data", orders, "metadata", Map.of("request_id", requestId)));
    }

    /** Any JSON value but null, nested up to three levels, with numbers that a double can carry. */
    static Gen<Object> values() {
        return values(3);
    }

    private static Gen<Object> values(int depth) {
        Gen<Object> scalars = oneOf(
                objects(TEXT),
                objects(booleans()),
                objects(LONGS),
                objects(LONGS.map(n -> BigInteger.valueOf(n).multiply(BigInteger.TEN))),
                objects(longRange(-10_000_000_000_000L, 10_000_000_000_000L, 0).map(n -> n / 10_000.0)));
        if (depth == 0) {
            return scalars;
        }
        Gen<Object> elements = values(depth - 1);
        return oneOf(
                scalars,
                scalars,
                objects(lists().of(elements).ofSizeBetween(0, 3)),
                objects(maps().of(TEXT, elements).ofSizeBetween(0, 3)));
    }

    /** Null in so many of a hundred. */
    static <T> Gen<@Nullable Object> orNull(Gen<T> values, int percent) {
        return source -> range(0, 99).generate(source) >= percent ? values.generate(source) : null;
    }

    private static Gen<Object> objects(Gen<?> values) {
        return values::generate;
    }

    private static Map<String, Gen<?>> required() {
        Map<String, Gen<?>> fields = new LinkedHashMap<>();
        for (String name : List.of("id", "venue")) {
            fields.put(name, TEXT);
        }
        fields.put("account_id", LONGS);
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

    private static Map<String, Gen<?>> optional() {
        Map<String, Gen<?>> fields = new LinkedHashMap<>();
        for (String name : List.of("client_order_id", "instrument_id", "symbol", "underlying_instrument_id")) {
            fields.put(name, TEXT);
        }
        fields.put("instrument_type", values("COMMON_STOCK", "INDEX"));
        fields.put("queue_state", values("AWAITING_RELEASE", "RELEASED"));
        fields.put("trailing_offset_type", values("PRICE", "BPS"));
        fields.put("extended_hours", booleans());
        fields.put("details", lists().of(TEXT).ofSizeBetween(0, 3));
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
    private static Gen<String> values(String... known) {
        Gen<String> any = pick(List.of(known));
        return oneOf(any, any, TEXT);
    }

    /** Null is left out or written as null, depending on the name: both mean the same. */
    private static void putOrNull(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null || name.length() % 2 != 0) {
            fields.put(name, value);
        }
    }
}
