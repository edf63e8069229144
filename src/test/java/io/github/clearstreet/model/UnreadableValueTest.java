package io.github.clearstreet.model;

import static io.github.clearstreet.model.OrderTesting.assertUnreadable;
import static io.github.clearstreet.model.OrderTesting.orderWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.json.UnreadableValueException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that cannot be read makes its own accessor throw, and nothing else. */
class UnreadableValueTest {
    @ParameterizedTest
    @CsvSource({
        "25, 25",
        "'\"25\"', 25",
        "'\"25.00\"', 25.00",
        "25.00, 25.00",
        "-0.5, -0.5",
        "1e3, 1000",
        "'\"1E-7\"', 0.0000001"
    })
    void quantity_whenTextOrNumber_isExact(String json, BigDecimal expected) {
        assertThat(orderWith("quantity", json).quantity()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abc\"", "\"\"", "\"1e1000000000\"", "1e1000000000", "\"1e-1000000000\"", "\"NaN\"", "\"Infinity\"",
                "\"1,000\"", "\" 1\"", "\"0x10\"", "\"\u0663\"", "true", "{\"value\":1}", "[25]"
            })
    void quantity_whenUnreadable_throwsAloneAndIsWrittenBack(String json) {
        Order order = orderWith("quantity", json);

        assertUnreadable(order, Order::quantity, "/data/0/quantity", json);
        assertThat(TestJson.tree(order.toJson()).get("quantity")).isEqualTo(TestJson.tree(json));
    }

    @Test
    void quantity_whenTheTextIsVeryLong_throwsWithACutCopy() {
        Order order = orderWith("quantity", "\"" + "9".repeat(5_000) + "\"");

        assertThatThrownBy(order::quantity)
                .isInstanceOf(UnreadableValueException.class)
                .message()
                .hasSizeLessThan(300)
                .endsWith("999…");
        assertThat(TestJson.tree(order.toJson()).get("quantity").asText()).hasSize(5_000);
    }

    @Test
    void optionalAccessor_whenUnreadable_throwsInsteadOfBeingEmpty() {
        assertUnreadable(orderWith("limit_price", "\"n/a\""), Order::limitPrice, "/data/0/limit_price", "\"n/a\"");
    }

    @ParameterizedTest
    @CsvSource({
        "19816, 19816",
        "'\"19816\"', 19816",
        "9223372036854775807, 9223372036854775807",
        "'\"-9223372036854775808\"', -9223372036854775808"
    })
    void accountId_whenNumberOrText_isRead(String json, long expected) {
        assertThat(orderWith("account_id", json).accountId()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "\"9223372036854775808\"",
                "1.5",
                "1e-3",
                "\"+5\"",
                "\"\"",
                "\"-\"",
                "\"1-\"",
                "true",
                "{}"
            })
    void accountId_whenNotA64BitInteger_throwsAlone(String json) {
        assertUnreadable(orderWith("account_id", json), Order::accountId, "/data/0/account_id", json);
    }

    @Test
    void code_whenBeyond32Bits_throwsAlone() {
        ApiError error = ApiError.fromJson("{\"code\": 2147483648, \"message\": \"m\"}");

        assertThat(error.message()).isEqualTo("m");
        assertThatThrownBy(error::code).hasMessage("/code: not a 32-bit integer: 2147483648");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true", "{\"a\":{\"b\":[1]}}", "[]"})
    void venue_whenNotText_throwsAlone(String json) {
        assertUnreadable(orderWith("venue", json), Order::venue, "/data/0/venue", json);
    }

    @Test
    void side_whenNotText_throwsAlone() {
        assertUnreadable(orderWith("side", "1"), Order::side, "/data/0/side", "1");
    }

    @Test
    void extendedHours_whenText_throwsAlone() {
        assertUnreadable(
                orderWith("extended_hours", "\"true\""), Order::extendedHours, "/data/0/extended_hours", "\"true\"");
    }
}
