package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.runtime.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are small and would be large in memory. Tests run with 256 MB: without bounds each of these ends them. */
class HostileMemoryTest {
    private static final int SIZE = 8 << 20;

    @Test
    void read_ofObjectsWithoutAnyField_costsNextToNothing() {
        OrderListResponse answer = OrderListResponse.fromJson(document("{}"));

        List<Order> orders = answer.data();
        assertThat(orders.get(orders.size() - 1)).isSameAs(orders.get(orders.size() - 2));
        assertThatThrownBy(() -> orders.get(orders.size() - 1).id()).hasMessage("/id: missing");
        assertThatThrownBy(() -> orders.get(0).id()).hasMessage("/data/0/id: missing");
    }

    /** Each is refused, or takes at most four times its size. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "[]",
                "{\"x\":1}",
                "{\"quantity\":[]}",
                "{\"quantity\":[1,{\"a\":[]}]}",
                "{\"limit_price\":null}",
                "{\"id\":\"1\"}",
                "{\"details\":[\"a\"]}",
                "{\"status\":\"a\"}",
                "{\"account_id\":1000}",
                "{\"a\":{\"b\":{\"c\":{}}}}",
                "{\"a\":[[],[],[]]}",
                "null"
            })
    void read_ofManySmallValues_isBounded(String element) {
        List<OrderListResponse> held = new ArrayList<>();

        assertThatCode(() -> held.add(OrderListResponse.fromJson(document(element))))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown)
                                .isInstanceOf(MalformedJsonException.class)
                                .hasMessageContaining("4 times its size"));
    }

    @Test
    void read_ofAnOrdinaryLargeAnswer_isNotRefused() {
        String order = TestJson.tree(TestJson.exampleWith("symbol", "\"GOOG\""))
                .get("data")
                .get(0)
                .toString();
        byte[] json = document(order).getBytes(StandardCharsets.UTF_8);

        assertThat(ModelCodecs.of(OrderListResponse.class).read(json).data()).hasSizeGreaterThan(1_000);
    }

    @Test
    void violations_ofADocumentThatHasNothingElse_areBounded() {
        OrderListResponse answer = OrderListResponse.fromJson(document("{}"));

        assertThat(answer.violations())
                .hasSize(1_001)
                .last()
                .hasToString(": more than 1000 values are missing or cannot be read; these are the first");
    }

    private static String document(String element) {
        StringBuilder json = new StringBuilder(SIZE + 100).append("{\"metadata\":{\"request_id\":\"1\"},\"data\":[");
        while (json.length() < SIZE) {
            json.append(element).append(',');
        }
        return json.append(element).append("]}").toString();
    }
}
