package io.github.clearstreet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader expects fields in the order of the orders before; whatever comes instead must be read the same. */
class FieldOrderTest {
    private static final int ORDERS = 200;

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
