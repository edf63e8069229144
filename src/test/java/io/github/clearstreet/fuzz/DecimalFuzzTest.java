package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import java.math.BigDecimal;

class DecimalFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void quantity_ofAnyText_isExactAndBoundedOrUnreadable(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Order order = Order.fromJson(
                JsonNodeFactory.instance.objectNode().put("quantity", text).toString());
        try {
            BigDecimal quantity = order.quantity();
            assertThat(quantity).isEqualByComparingTo(new BigDecimal(text));
            assertThat(Math.abs(quantity.scale())).isLessThanOrEqualTo(1_000);
            assertThat(Order.fromJson(order.toJson())).isEqualTo(order);
        } catch (UnreadableValueException e) {
            assertThat(e.violation().pointer()).isEqualTo("/quantity");
        }
    }
}
