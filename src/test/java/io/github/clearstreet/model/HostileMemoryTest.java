package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents that are small and would be large in memory: they are read like any other. Tests run with 384 MB: values of their
 * own for each would end them.
 */
class HostileMemoryTest {
    private static final int SIZE = 2 << 20;
    private static final int FEW = 2_000;

    @Test
    void read_ofObjectsWithoutAnyField_costsNextToNothing() {
        OrderListResponse response = OrderListResponse.fromJson(document("{}"));

        List<Order> orders = response.data();
        assertThat(orders.get(orders.size() - 1)).isSameAs(orders.get(orders.size() - 2));
        assertThatThrownBy(() -> orders.get(orders.size() - 1).id()).hasMessage("/id: missing");
        assertThatThrownBy(() -> orders.get(0).id()).hasMessage("/data/0/id: missing");
    }

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
                "{\"details\":[\"a\",1]}",
                "{\"status\":\"a\"}",
                "{\"account_id\":1000}",
                "{\"a\":{\"b\":{\"c\":{}}}}",
                "{\"a\":[[],[],[]]}",
                "{\"x\":1,\"id\":\"1\",\"x\":2,\"id\":\"2\",\"y\":null}",
                "{\"quantity\":\"12345678901234567890.5\"}",
                "null"
            })
    void read_ofManySmallValues_losesNothing(String element) {
        Order alone = OrderListResponse.fromJson("{\"data\":[" + element + "]}")
                .data()
                .get(0);

        OrderListResponse many = OrderListResponse.fromJson(document(element));

        int size = many.data().size();
        assertThat(size).isEqualTo((SIZE - HEAD.length() + element.length()) / (element.length() + 1) + 1);
        assertThat(many.data().get(size - 1)).isEqualTo(alone);
        assertThat(many.data().get(size / 2)).isEqualTo(alone);
        assertThat(many.data().iterator().next()).isEqualTo(alone);
    }

    /** One hundred thousand orders that have nothing but an id. */
    @Test
    void read_ofASparseList_findsEachElementAndItsPlace() {
        StringBuilder json = new StringBuilder("{\"data\": [ ");
        for (int i = 0; i < 100_000; i++) {
            json.append(i == 0 ? "" : i % 3 == 0 ? " ,\n " : ",")
                    .append("{\"id\":\"")
                    .append(i)
                    .append("\"}");
        }
        OrderListResponse response =
                OrderListResponse.fromJson(json.append(" ] }").toString());

        AtomicInteger count = new AtomicInteger();
        response.data().forEach(order -> assertThat(order.id()).isEqualTo("" + count.getAndIncrement()));
        assertThat(count).hasValue(100_000);
        assertThat(response.data().get(77_777).id()).isEqualTo("77777");
        assertThatThrownBy(() -> response.data().get(77_777).side()).hasMessage("/data/77777/side: missing");
        assertThatThrownBy(() -> response.data().get(100_000)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(OrderListResponse.fromJson(response.toJson())).isEqualTo(response);
    }

    @Test
    void read_ofManyUnknownFields_keepsThem() {
        StringBuilder json = new StringBuilder("{\"data\":[],\"f\":");
        StringBuilder fields = new StringBuilder("{\"a\":[1,[2],{\"b\":null}]");
        for (int i = 0; i < 100_000; i++) {
            fields.append(",\"f").append(i).append("\":").append(i % 10);
        }
        String all = fields.append('}').toString();
        OrderListResponse response = OrderListResponse.fromJson(
                json.append(all).append(',').append(all, 1, all.length()).toString());

        assertThat(TestJson.tree(response.toJson())).isEqualTo(TestJson.tree(json.toString()));
        assertThat(response.additionalProperties()).hasSize(100_002).containsEntry("f99999", 9L);
        assertThat(response.additionalProperties().get("f"))
                .isEqualTo(OrderListResponse.fromJson(all).additionalProperties());
        assertThatThrownBy(() -> response.additionalProperties().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> response.data().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    /** What is kept as JSON is equal to what is not, and is written alike. */
    @Test
    void read_whetherKeptAsJsonOrNot_isTheSame() {
        String rest = ",\"y\":[" + "[],".repeat(FEW) + "[]]";
        String order = TestJson.tree(TestJson.exampleWith("symbol", "\"GOOG\""))
                .get("data")
                .get(0)
                .toString();
        Order plain = Order.fromJson(order);

        OrderListResponse compact = OrderListResponse.fromJson("{\"data\":[" + order + "]" + rest.repeat(20) + "}");

        assertThat(compact.data().get(0)).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(compact.data().get(0).toJson()).isEqualTo(plain.toJson());
        assertThat(compact.data()).isEqualTo(List.of(plain));
    }

    @Test
    void read_ofAnOrdinaryLargeResponse_keepsValuesOfTheirOwn() {
        String order = TestJson.tree(TestJson.exampleWith("symbol", "\"GOOG\""))
                .get("data")
                .get(0)
                .toString();
        byte[] json = document(order).getBytes(StandardCharsets.UTF_8);

        List<Order> orders = ModelCodecs.of(OrderListResponse.class).read(json).data();

        assertThat(orders).hasSizeGreaterThan(1_000);
        assertThat(orders.get(1_000)).isSameAs(orders.get(1_000));
    }

    @Test
    void violations_ofADocumentThatHasNothingElse_areBounded() {
        for (String element : List.of("{}", "{\"id\":\"1\"}", "{\"quantity\":\"x\"}", "1")) {
            OrderListResponse response = OrderListResponse.fromJson(document(element));

            assertThat(response.violations())
                    .hasSize(1_001)
                    .last()
                    .hasToString(": more than 1000 values are missing or cannot be read; these are the first");
        }
    }

    @Test
    void read_whenTheCheckpointThrows_endsAtOnce() {
        byte[] json = document("{\"id\":\"1\"}").getBytes(StandardCharsets.UTF_8);
        AtomicInteger checks = new AtomicInteger();

        assertThatThrownBy(() -> ModelCodecs.of(OrderListResponse.class).read(json, () -> {
                    if (checks.incrementAndGet() == 3) {
                        throw new IllegalStateException("late");
                    }
                }))
                .hasMessage("late");
        assertThat(checks).hasValue(3);
    }

    private static final String HEAD = "{\"metadata\":{\"request_id\":\"1\"},\"data\":[";

    private static String document(String element) {
        StringBuilder json = new StringBuilder(SIZE + 100).append(HEAD);
        while (json.length() < SIZE) {
            json.append(element).append(',');
        }
        return json.append(element).append("]}").toString();
    }
}
