package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.json.Violation;
import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What takes too much memory is kept as JSON, and so are parts of it that take too much by themselves. */
class CompactTextTest {
    private static final String MANY = "[[]" + ",[]".repeat(100_000) + "]";

    @Test
    void part_thatTakesTooMuchByItself_isReadWithItsPlace() {
        List<Order> orders = read(("{\"data\":[" + "{\"id\":\"a\"},".repeat(20) + "{\"id\":\"b\",\"other\":" + MANY
                        + ",\"quantity\":\"much\",\"more\":{\"in\":" + MANY + "}}]}"))
                .data();

        Order last = orders.get(20);
        assertThat(last.additionalProperties().get("other"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(100_001);
        assertThat(last.additionalProperties().get("more"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsKey("in");
        assertThat(last.violations()).extracting(Violation::pointer).contains("/data/20/quantity");
    }

    private static OrderListResponse read(String json) {
        return ModelCodecs.of(OrderListResponse.class).read(json.getBytes(StandardCharsets.UTF_8));
    }
}
