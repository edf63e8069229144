package io.github.clearstreet.model;

import static io.github.clearstreet.model.OrderTesting.order;
import static io.github.clearstreet.model.OrderTesting.orderWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.json.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that are new, null or missing. */
class UnknownAndAbsentTest {
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
        Order order = order("{\"new_field\":" + number + "}");

        assertThat(order.additionalProperties().get("new_field"))
                .isInstanceOf(Number.class)
                .hasToString(number);
        assertThat(order.toJson()).isEqualTo("{\"new_field\":" + number + "}");
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
}
