package io.github.clearstreet.model;

import static io.github.clearstreet.model.OrderTesting.assertUnreadable;
import static io.github.clearstreet.model.OrderTesting.order;
import static io.github.clearstreet.model.OrderTesting.orderWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.json.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and objects that are not what they should be, and documents with oddities. */
class UnreadableStructureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[\"a\",true,\"b\"];/data/0/details/1;true",
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

    @Test
    void fromJson_whenAFieldComesTwice_takesTheLast() {
        assertThat(order("{\"quantity\":\"abc\",\"quantity\":\"5\"}").quantity())
                .isEqualTo(new BigDecimal("5"));
        assertThat(order("{\"x\":1,\"x\":2}").additionalProperties()).containsEntry("x", 2L);
        assertThat(order("{\"quantity\":\"abc\",\"quantity\":\"5\"}")).isEqualTo(order("{\"quantity\":\"5\"}"));
        assertThat(order("{\"x\":1,\"x\":null}").additionalProperties()).isEmpty();
        assertThatThrownBy(order("{\"quantity\":\"abc\",\"quantity\":null}")::quantity)
                .hasMessage("/quantity: missing");
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
