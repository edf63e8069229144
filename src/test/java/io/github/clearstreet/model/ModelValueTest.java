package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.json.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Models as values: builders, equality, immutability. */
class ModelValueTest {
    private static Order order() {
        return OrderListResponse.fromJson(TestJson.example()).data().get(0);
    }

    @Test
    void toJson_whenNothingIsChosen_isAnEmptyObject() {
        assertThat(ClosePositionsRequest.builder().build().toJson()).isEqualTo("{}");
        assertThat(ClosePositionsRequest.builder().cancelOrders(null).build().toJson())
                .isEqualTo("{}");
    }

    @Test
    void toJson_whenCancelOrdersIsChosen_usesTheWireName() {
        assertThat(ClosePositionsRequest.builder().cancelOrders(true).build().toJson())
                .isEqualTo("{\"cancel_orders\":true}");
        assertThat(ClosePositionsRequest.builder().cancelOrders(false).build().toJson())
                .isEqualTo("{\"cancel_orders\":false}");
    }

    @Test
    void toJson_whenDecimalsAndTimesAreSet_writesPlainText() {
        Order order = Order.builder()
                .quantity(new BigDecimal("1E+3"))
                .limitPrice(new BigDecimal("0.00000010"))
                .createdAt(Instant.parse("2025-10-03T14:01:15.000000001Z"))
                .build();

        assertThat(order.toJson())
                .isEqualTo("{\"quantity\":\"1000\",\"limit_price\":\"0.00000010\","
                        + "\"created_at\":\"2025-10-03T14:01:15.000000001Z\"}");
    }

    @Test
    void build_whenRequiredValuesAreNotSet_listsThem() {
        ApiError error = ApiError.builder().message("m").build();

        assertThat(error.message()).isEqualTo("m");
        assertThat(error.violations()).extracting(Violation::toString).containsExactly("/code: missing");
        assertThatThrownBy(error::code)
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("/code: missing");
    }

    @Test
    void toBuilder_whenNothingIsChanged_buildsAnEqualValue() {
        Order order = Order.fromJson("{\"id\":\"1\",\"quantity\":\"abc\",\"new_field\":[1]}");

        assertThat(order.toBuilder().build()).isEqualTo(order);
        assertThat(order.toBuilder().build().violations()).isEqualTo(order.violations());
    }

    @Test
    void toBuilder_whenAValueIsChanged_keepsTheOthers() {
        Order changed = order().toBuilder()
                .symbol("MSFT")
                .limitPrice(new BigDecimal("1.10"))
                .build();

        assertThat(changed).isNotEqualTo(order());
        assertThat(changed.symbol()).contains("MSFT");
        assertThat(changed.limitPrice()).contains(new BigDecimal("1.10"));
        assertThat(changed.toBuilder().symbol("GOOG").limitPrice(null).build()).isEqualTo(order());
    }

    @Test
    void toBuilder_whenAnUnreadableValueIsReplaced_clearsItsViolation() {
        String json = order().toJson().replace("\"quantity\":\"25\"", "\"quantity\":\"abc\"");

        Order repaired =
                Order.fromJson(json).toBuilder().quantity(new BigDecimal("25")).build();

        assertThat(repaired.violations()).isEmpty();
        assertThat(repaired).isEqualTo(order());
    }

    @Test
    void toBuilder_whenThereWasNoObject_startsAnew() {
        Order unreadable = OrderListResponse.fromJson("{\"data\":[5]}").data().get(0);

        assertThat(unreadable.toBuilder().build()).isEqualTo(unreadable);
        assertThat(unreadable.toBuilder().id("1").build().toJson()).isEqualTo("{\"id\":\"1\"}");
        assertThat(unreadable.toBuilder().id("1").build().violations())
                .extracting(Violation::pointer)
                .contains("/quantity")
                .doesNotContain("/id");
    }

    @Test
    void violations_whenModelsAreNested_namesThoseOfAllLevels() {
        OrderListResponse answer = OrderListResponse.builder()
                .data(List.of(order(), Order.fromJson("{}")))
                .error(ApiError.builder().code(1).build())
                .build();

        assertThat(answer.violations())
                .extracting(Violation::pointer)
                .startsWith("/metadata", "/id")
                .endsWith("/message")
                .hasSize(14);
    }

    @Test
    void equals_whenTextsOfDecimalsDiffer_isFalse() {
        Order one = Order.builder().quantity(new BigDecimal("2")).build();
        Order other = Order.builder().quantity(new BigDecimal("2.0")).build();

        assertThat(one).isNotEqualTo(other).isNotEqualTo("2");
        assertThat(one)
                .hasSameHashCodeAs(Order.builder().quantity(new BigDecimal("2")).build());
    }

    @Test
    void equals_whenOnlyUnknownOrUnreadableValuesDiffer_isFalse() {
        assertThat(Order.fromJson("{\"x\":1}")).isNotEqualTo(Order.fromJson("{\"x\":2}"));
        assertThat(Order.fromJson("{\"quantity\":\"a\"}")).isNotEqualTo(Order.fromJson("{\"quantity\":\"b\"}"));
        assertThat(Order.fromJson("{\"quantity\":\"a\"}"))
                .isEqualTo(OrderListResponse.fromJson("{\"data\":[{\"quantity\":\"a\"}]}")
                        .data()
                        .get(0))
                .hasSameHashCodeAs(OrderListResponse.fromJson("{\"data\":[{\"quantity\":\"a\"}]}")
                        .data()
                        .get(0));
    }

    @Test
    void toString_isTheNameAndTheJson() {
        assertThat(ApiError.fromJson("{\"code\":5,\"message\":\"m\",\"x\":true}"))
                .hasToString("ApiError{\"code\":5,\"message\":\"m\",\"x\":true}");
    }

    @Test
    void builder_whenTheCallersListChangesLater_isNotAffected() {
        List<String> deep = new ArrayList<>(List.of("a"));
        Map<String, Object> detail = new HashMap<>(Map.of("deep", deep));
        List<Map<String, Object>> details = new ArrayList<>(List.of(detail));
        ApiError error = ApiError.builder().details(details).build();

        deep.clear();
        detail.clear();
        details.clear();

        assertThat(error.details()).isEqualTo(Optional.of(List.of(Map.of("deep", List.of("a")))));
    }

    @Test
    void collections_whenChangedByTheCaller_throw() {
        Order order = Order.fromJson("{\"details\":[\"a\"],\"x\":{\"y\":[1]}}");

        assertThatThrownBy(() -> order.details().orElseThrow().add("b"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> order.additionalProperties().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> order.additionalProperties().values().forEach(value -> ((Map<?, ?>) value).clear()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> order.violations().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> OrderListResponse.builder()
                        .data(List.of(order))
                        .build()
                        .data()
                        .clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void builder_whenAnElementIsNull_refusesTheList() {
        List<String> details = new ArrayList<>();
        details.add(null);

        assertThatThrownBy(() -> Order.builder().details(details)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void errorBody_whenReadingEitherShape_findsTheError() {
        ErrorBody wrapped = ErrorBody.fromJson("{\"error\":{\"code\":403,\"message\":\"m\"}}");
        ErrorBody flat = ErrorBody.fromJson("{\"code\":403,\"message\":\"m\"}");

        assertThat(wrapped.error().orElseThrow().code()).isEqualTo(403);
        assertThat(flat.code()).contains(403);
        assertThat(flat.error()).isEmpty();
        assertThat(wrapped.violations()).isEmpty();
        assertThat(flat.violations()).isEmpty();
    }

    @Test
    void unreadableValueException_whenSerialized_keepsTheViolation() throws Exception {
        UnreadableValueException exception = new UnreadableValueException(Violation.of("/a", "missing", ""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((UnreadableValueException) in.readObject()).violation()).isEqualTo(exception.violation());
        }
    }
}
