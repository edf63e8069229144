package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.json.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer may look like without any order being lost. */
class TolerantReadingTest {
    private static Order orderWith(String field, String json) {
        return OrderListResponse.fromJson(TestJson.exampleWith(field, json))
                .data()
                .get(0);
    }

    private static Order order(String json) {
        return Order.fromJson(json);
    }

    private static void assertUnreadable(Order order, Function<Order, ?> accessor, String pointer, String rawText) {
        assertThatThrownBy(() -> accessor.apply(order))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith(pointer + ": ")
                .hasMessageEndingWith(rawText)
                .extracting(
                        e -> ((UnreadableValueException) e).violation(),
                        InstanceOfAssertFactories.type(Violation.class))
                .satisfies(violation -> {
                    assertThat(violation.pointer()).isEqualTo(pointer);
                    assertThat(violation.rawText()).isEqualTo(rawText);
                    assertThat(order.violations()).containsExactly(violation);
                });
        assertThat(order.symbol()).contains("GOOG");
    }

    // Unknown fields and values

    @Test
    void fromJson_whenFieldsAreUnknown_keepsThemAsPlainValues() {
        Order order = order("""
                {"id": "1", "text": "a", "flag": true, "whole": 12, "large": 123456789012345678901234567890,
                 "fraction": 1.50, "nothing": null, "list": [1, null, {"x": "y"}], "object": {"deep": {"er": [false]}}}
                """);

        assertThat(order.additionalProperties())
                .containsOnlyKeys("text", "flag", "whole", "large", "fraction", "list", "object")
                .containsEntry("text", "a")
                .containsEntry("flag", true)
                .containsEntry("whole", 12L)
                .containsEntry("large", new BigInteger("123456789012345678901234567890"))
                .containsEntry("fraction", new BigDecimal("1.50"))
                .containsEntry("object", Map.of("deep", Map.of("er", List.of(false))));
        assertThat(order.additionalProperties().get("list")).isEqualTo(Arrays.asList(1L, null, Map.of("x", "y")));
    }

    @Test
    void toJson_whenFieldsAreUnknown_writesThemBack() {
        String json = "{\"new_field\":{\"a\":[1,2.50,null,\"x\"],\"b\":{}},\"other\":-7}";

        assertThat(TestJson.tree(order(json).toJson())).isEqualTo(TestJson.tree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "1e99999999999"})
    void additionalProperties_whenANumberIsOutOfBounds_keepsItsText(String number) {
        assertThat(order("{\"new_field\": " + number + "}").additionalProperties())
                .containsEntry("new_field", number);
    }

    @Test
    void accessor_whenAnEnumValueIsUnknown_keepsTheText() {
        Order order = orderWith("status", "\"HELD_FOR_REVIEW\"");

        assertThat(order.status().value()).isEqualTo("HELD_FOR_REVIEW");
        assertThat(order.status().isKnown()).isFalse();
        assertThat(order.status().known()).isEqualTo(OrderStatus.Known.UNRECOGNIZED);
        assertThat(TestJson.tree(order.toJson()).get("status").asText()).isEqualTo("HELD_FOR_REVIEW");
        assertThat(order.violations()).isEmpty();
    }

    // Absent and null

    @Test
    void fromJson_whenOptionalFieldsAreNull_readsThemAsAbsent() {
        String withNulls = "{\"limit_price\":null,\"details\":null,\"instrument_type\":null,\"extended_hours\":null}";

        assertThat(order(withNulls)).isEqualTo(order("{}"));
    }

    @Test
    void accessor_whenARequiredFieldIsMissing_namesIt() {
        OrderListResponse answer = OrderListResponse.fromJson("{\"data\":[{\"id\":\"1\"},{}],\"metadata\":{}}");

        assertThat(answer.data().get(0).id()).isEqualTo("1");
        assertThatThrownBy(() -> answer.data().get(1).id())
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("/data/1/id: missing");
        assertThatThrownBy(() -> answer.metadata().requestId()).hasMessage("/metadata/request_id: missing");
        assertThat(answer.violations())
                .extracting(Violation::pointer)
                .contains("/data/0/quantity", "/data/1/id", "/metadata/request_id")
                .doesNotContain("/data/0/id", "/data/1/symbol");
    }

    @Test
    void accessor_whenARequiredFieldIsNull_isMissing() {
        Order order = orderWith("quantity", "null");

        assertThatThrownBy(order::quantity).hasMessage("/data/0/quantity: missing");
        assertThat(order.violations()).extracting(Violation::pointer).containsExactly("/data/0/quantity");
    }

    // Decimals

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

    // Timestamps

    @ParameterizedTest
    @CsvSource({
        "2025-10-03T14:01:15Z, 2025-10-03T14:01:15Z",
        "2025-10-03T14:01:15.5Z, 2025-10-03T14:01:15.5Z",
        "2025-10-03T14:01:15.123456789Z, 2025-10-03T14:01:15.123456789Z",
        "2025-10-03t14:01:15z, 2025-10-03T14:01:15Z",
        "2025-10-03T14:01:15.000000001+05:30, 2025-10-03T08:31:15.000000001Z",
        "2025-01-01T00:30:00+01:00, 2024-12-31T23:30:00Z",
        "2025-10-03T14:01:15-00:00, 2025-10-03T14:01:15Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2017-01-01T00:59:60.5+01:00, 2016-12-31T23:59:59.5Z"
    })
    void createdAt_whenRfc3339_isConvertedToUtc(String text, Instant expected) {
        assertThat(orderWith("created_at", "\"" + text + "\"").createdAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2025-10-03T14:01:15\"",
                "\"2025-10-03\"",
                "\"2025-02-30T14:01:15Z\"",
                "\"2025-10-03T25:01:15Z\"",
                "\"2025-10-03T14:01:15.Z\"",
                "\"2025-10-03T14:01:15.1234567890Z\"",
                "\"2025-10-03T14:01:60Z\"",
                "\"2025-10-03T14:01:15+0100\"",
                "\"\"",
                "1759500075",
                "[null]"
            })
    void createdAt_whenNotRfc3339_throwsAlone(String json) {
        assertUnreadable(orderWith("created_at", json), Order::createdAt, "/data/0/created_at", json);
    }

    // Integers, booleans, text

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
                "1.0",
                "1e3",
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
    @ValueSource(strings = {"5", "true", "{\"a\":{\"b\":[1]}}", "[]"})
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

    // Lists and objects

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[\"a\",5,\"b\"];/data/0/details/1;5",
                "[\"a\",null];/data/0/details/1;null",
                "\"a\";/data/0/details;\"a\"",
                "[[\"a\"]];/data/0/details/0;[\"a\"]"
            })
    void details_whenAnElementIsNotText_throwsAlone(String json, String pointer, String rawText) {
        Order order = orderWith("details", json);

        assertUnreadable(order, Order::details, pointer, rawText);
        assertThat(TestJson.tree(order.toJson()).get("details")).isEqualTo(TestJson.tree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "5", "null", "[]", "true"})
    void data_whenAnElementIsNotAnObject_keepsItsPlace(String json) {
        String answer = "{\"data\":[{\"id\":\"1\"}," + json + ",{\"id\":\"3\"}],\"metadata\":{\"request_id\":\"r\"}}";

        List<Order> orders = OrderListResponse.fromJson(answer).data();

        assertThat(orders).hasSize(3);
        assertThat(orders.get(0).id()).isEqualTo("1");
        assertThat(orders.get(2).id()).isEqualTo("3");
        assertThat(orders.get(1).violations()).hasSize(1);
        assertThatThrownBy(() -> orders.get(1).id()).hasMessage("/data/1: not an object: " + json);
        assertThatThrownBy(() -> orders.get(1).limitPrice()).hasMessage("/data/1: not an object: " + json);
        assertThat(TestJson.tree(OrderListResponse.fromJson(answer).toJson())).isEqualTo(TestJson.tree(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\"abc\"", "5", "false"})
    void data_whenNotAList_throwsAlone(String json) {
        OrderListResponse answer =
                OrderListResponse.fromJson("{\"data\":" + json + ",\"metadata\":{\"request_id\":\"r\"}}");

        assertThat(answer.metadata().requestId()).isEqualTo("r");
        assertThatThrownBy(answer::data).hasMessage("/data: not a list: " + json);
    }

    @Test
    void error_whenNotAnObject_throwsAlone() {
        OrderListResponse answer =
                OrderListResponse.fromJson("{\"data\":[],\"error\":\"oops\",\"metadata\":{\"request_id\":\"r\"}}");

        assertThat(answer.data()).isEmpty();
        assertThatThrownBy(answer::error).hasMessage("/error: not an object: \"oops\"");
        assertThat(answer.violations()).extracting(Violation::pointer).containsExactly("/error");
    }

    @Test
    void details_whenErrorDetailsHaveAnyShape_keepsThemAsPlainValues() {
        ApiError error = ApiError.fromJson("{\"code\":422,\"message\":\"m\",\"details\":[{\"a\":[1]},{\"b\":null}]}");

        assertThat(error.details()).hasValueSatisfying(details -> {
            assertThat(details.get(0)).isEqualTo(Map.of("a", List.of(1L)));
            assertThat(details.get(1)).containsEntry("b", null);
        });
    }

    // Pointers and duplicates

    @Test
    void fromJson_whenAFieldComesTwice_takesTheLast() {
        assertThat(order("{\"quantity\":\"abc\",\"quantity\":\"5\"}").quantity())
                .isEqualTo(new BigDecimal("5"));
        assertThat(order("{\"x\":1,\"x\":2}").additionalProperties()).containsEntry("x", 2L);
        assertThatThrownBy(order("{\"quantity\":\"5\",\"quantity\":\"abc\"}")::quantity)
                .hasMessage("/quantity: not a decimal number: \"abc\"");
        assertThatThrownBy(order("{\"quantity\":\"5\",\"quantity\":null}")::quantity)
                .hasMessage("/quantity: missing");
    }

    @Test
    void fromJson_whenTheTextStartsWithAByteOrderMark_readsIt() {
        Order order = order("\uFEFF{\"symbol\":\"GOOG\",\"quantity\":\"abc\"}");

        assertThat(order.symbol()).contains("GOOG");
        assertThatThrownBy(order::quantity).hasMessage("/quantity: not a decimal number: \"abc\"");
    }

    @Test
    void toJson_whenTextHoldsHalfASurrogatePair_writesItBack() {
        Order order = order("{\"symbol\":\"\\ud83d\",\"new\":\"\\ud83d\\ude00\\udc00\"}");

        assertThat(order(order.toJson())).isEqualTo(order);
        assertThat(order.symbol()).contains("\ud83d");
    }
}
