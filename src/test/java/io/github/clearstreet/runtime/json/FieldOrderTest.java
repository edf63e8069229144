package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.clearstreet.bench.CannedOrders;
import io.github.clearstreet.json.Violation;
import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader expects fields in the order of the orders before; whatever comes instead must be read the same. */
class FieldOrderTest {
    private static final int ORDERS = 200;
    private static final String UNREADABLE = "{\"a\": [1, \"x\"]}";

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(19816);

    @Test
    void ordersWhoseFieldsComeInEverDifferentOrder_areReadTheSame() throws IOException {
        byte[] answer = CannedOrders.answer(ORDERS);
        ObjectNode shuffled = (ObjectNode) json.readTree(answer);
        shuffled.set("data", shuffle((ArrayNode) shuffled.get("data"), false));

        assertThat(orders(json.writeValueAsBytes(shuffled))).isEqualTo(orders(answer));
    }

    @Test
    void unknownFieldsAnywhereAmongTheOthers_areKeptAndDisturbNothing() throws IOException {
        byte[] answer = CannedOrders.answer(ORDERS);
        ObjectNode shuffled = (ObjectNode) json.readTree(answer);
        shuffled.set("data", shuffle((ArrayNode) shuffled.get("data"), true));

        List<Order> orders = orders(json.writeValueAsBytes(shuffled));

        assertThat(orders).allSatisfy(order -> {
            assertThat(order.additionalProperties()).isEqualTo(Map.of("statu", "short", "statuses", "long"));
            assertThat(order.violations()).isEmpty();
        });
        assertThat(known(orders)).isEqualTo(known(orders(answer)));
    }

    @Test
    void anUnreadableValueOfAnExpectedField_isNotedWithItsOwnTextAndPlace() throws IOException {
        ObjectNode answer = (ObjectNode) json.readTree(CannedOrders.answer(ORDERS));
        answer.get("data")
                .forEach(order -> ((ObjectNode) order).putRawValue("leaves_quantity", new RawValue(UNREADABLE)));

        List<Order> orders = orders(json.writeValueAsBytes(answer));

        for (int i = 0; i < ORDERS; i++) {
            assertThat(orders.get(i).violations())
                    .extracting(Violation::pointer, Violation::rawText)
                    .containsExactly(tuple("/data/" + i + "/leaves_quantity", UNREADABLE));
        }
    }

    @Test
    void anExpectedFieldThatComesTwice_countsTheLastTime() {
        String twice = "{\"data\":[{\"id\":\"a\",\"venue\":\"X\"},"
                + "{\"id\":\"b\",\"venue\":[],\"id\":\"c\",\"venue\":\"Y\"},{\"\":1,\"id\":\"d\",\"venue\":\"Z\"}]}";

        List<Order> orders = orders(twice.getBytes(StandardCharsets.UTF_8));

        assertThat(orders).extracting(Order::id).containsExactly("a", "c", "d");
        assertThat(orders).extracting(Order::venue).containsExactly("X", "Y", "Z");
        assertThat(orders.get(2).additionalProperties()).containsExactly(entry("", 1L));
    }

    /** Writes the known fields only, always in the same order. */
    private List<String> known(List<Order> orders) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Order order : orders) {
            ObjectNode fields = (ObjectNode) json.readTree(order.toJson());
            texts.add(fields.remove(List.of("statu", "statuses")).toString());
        }
        return texts;
    }

    private ArrayNode shuffle(ArrayNode orders, boolean unknown) {
        ArrayNode shuffled = json.createArrayNode();
        for (JsonNode order : orders) {
            ObjectNode more = order.deepCopy();
            if (unknown) {
                // Nearly the name of a field: one letter less, and some letters more.
                more.put("statu", "short").put("statuses", "long");
            }
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(more.properties());
            Collections.shuffle(fields, random);
            ObjectNode other = shuffled.addObject();
            fields.forEach(field -> other.set(field.getKey(), field.getValue()));
        }
        return shuffled;
    }

    private static List<Order> orders(byte[] answer) {
        return ModelCodecs.of(OrderListResponse.class).read(answer).data();
    }
}
