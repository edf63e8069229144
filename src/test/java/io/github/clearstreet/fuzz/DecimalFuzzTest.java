package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.model.Order;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

class DecimalFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void quantity_ofAnyText_isExactAndBoundedOrUnreadable(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        String json =
                JsonNodeFactory.instance.objectNode().put("quantity", text).toString();
        Documents.check(json.getBytes(StandardCharsets.UTF_8), Order.class, Order::fromJson);
        Order order = Order.fromJson(json);
        try {
            BigDecimal quantity = Bounds.check(json.length(), order::quantity);
            assertThat(quantity).isEqualByComparingTo(new BigDecimal(text));
            assertThat(Math.abs(quantity.scale())).isLessThanOrEqualTo(1_000);
        } catch (UnreadableValueException e) {
            assertThat(e.violation().pointer()).isEqualTo("/quantity");
        }
    }
}
