package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A user's own ObjectMapper, of Jackson 2 or 3, reads and writes the very same JSON as the models do. */
class DatabindPropertyTest {
    private static final ObjectMapper JACKSON_2 = new ObjectMapper();
    private static final tools.jackson.databind.json.JsonMapper JACKSON_3 =
            new tools.jackson.databind.json.JsonMapper();

    @Provide
    Arbitrary<Map<String, Object>> answers() {
        return JsonArbitraries.answers();
    }

    @Property(tries = 300)
    void readValue_givesTheSameModel(@ForAll("answers") Map<String, Object> answer) throws Exception {
        String json = TestJson.write(answer);

        OrderListResponse ours = OrderListResponse.fromJson(json);

        assertThat(ours.violations()).isEmpty();
        assertThat(JACKSON_2.readValue(json, OrderListResponse.class)).isEqualTo(ours);
        assertThat(JACKSON_3.readValue(json, OrderListResponse.class)).isEqualTo(ours);
    }

    @Property(tries = 300)
    void writeValue_givesTheSameJson(@ForAll("answers") Map<String, Object> answer) throws Exception {
        OrderListResponse model = OrderListResponse.fromJson(TestJson.write(answer));
        String ours = model.toJson();

        assertThat(TestJson.tree(JACKSON_2.writeValueAsString(model))).isEqualTo(TestJson.tree(ours));
        assertThat(TestJson.tree(JACKSON_3.writeValueAsString(model))).isEqualTo(TestJson.tree(ours));
    }

    @Property(tries = 300)
    void fromJson_readsWhatToJsonWrites(@ForAll("answers") Map<String, Object> answer) {
        OrderListResponse model = OrderListResponse.fromJson(TestJson.write(answer));

        assertThat(OrderListResponse.fromJson(model.toJson())).isEqualTo(model);
        assertThat(model.toBuilder().build()).isEqualTo(model);
    }
}
