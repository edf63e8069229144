package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.quicktheories.QuickTheory;

/** A user's own ObjectMapper, of Jackson 2 or 3, reads and writes the very same JSON as the models do. */
class DatabindPropertyTest {
    private static final ObjectMapper JACKSON_2 = new ObjectMapper();
    private static final tools.jackson.databind.json.JsonMapper JACKSON_3 =
            new tools.jackson.databind.json.JsonMapper();

    private static final QuickTheory PROPERTY = qt().withExamples(300);

    @Test
    void readValue_givesTheSameModel() {
        PROPERTY.forAll(JsonGenerators.answers()).checkAssert(answer -> {
            String json = TestJson.write(answer);

            OrderListResponse ours = OrderListResponse.fromJson(json);

            assertThat(ours.violations()).isEmpty();
            assertThat(read2(json)).isEqualTo(ours);
            assertThat(JACKSON_3.readValue(json, OrderListResponse.class)).isEqualTo(ours);
        });
    }

    @Test
    void writeValue_givesTheSameJson() {
        PROPERTY.forAll(JsonGenerators.answers()).checkAssert(answer -> {
            OrderListResponse model = OrderListResponse.fromJson(TestJson.write(answer));
            String ours = model.toJson();

            assertThat(TestJson.tree(write2(model))).isEqualTo(TestJson.tree(ours));
            assertThat(TestJson.tree(JACKSON_3.writeValueAsString(model))).isEqualTo(TestJson.tree(ours));
        });
    }

    @Test
    void fromJson_readsWhatToJsonWrites() {
        PROPERTY.forAll(JsonGenerators.answers()).checkAssert(answer -> {
            OrderListResponse model = OrderListResponse.fromJson(TestJson.write(answer));

            assertThat(OrderListResponse.fromJson(model.toJson())).isEqualTo(model);
            assertThat(model.toBuilder().build()).isEqualTo(model);
        });
    }

    private static OrderListResponse read2(String json) {
        try {
            return JACKSON_2.readValue(json, OrderListResponse.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String write2(OrderListResponse model) {
        try {
            return JACKSON_2.writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
