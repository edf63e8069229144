package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.json.Violation;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Orders from JSON, and what is expected of an accessor that throws. */
final class OrderTesting {
    private OrderTesting() {}

    static Order orderWith(String field, String json) {
        return OrderListResponse.fromJson(TestJson.exampleWith(field, json))
                .data()
                .get(0);
    }

    static Order order(String json) {
        return Order.fromJson(json);
    }

    static void assertUnreadable(Order order, Function<Order, ?> accessor, String pointer, String rawText) {
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
}
