package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The models in a user's own classes, and the limits of a user's own mapper. */
class DatabindTest {
    private static final ObjectMapper JACKSON_2 = new ObjectMapper();
    private static final tools.jackson.databind.json.JsonMapper JACKSON_3 =
            new tools.jackson.databind.json.JsonMapper();

    /** A user's own class that holds models. */
    record Holder(Order order, List<Side> sides) {}

    @Test
    void readValue_whenModelsAreWithinAUsersClass_readsThem() throws Exception {
        String json = "{\"order\":{\"id\":\"1\",\"quantity\":\"abc\"},\"sides\":[\"BUY\",\"HOLD\"]}";
        Holder expected =
                new Holder(Order.fromJson("{\"id\":\"1\",\"quantity\":\"abc\"}"), List.of(Side.BUY, Side.of("HOLD")));

        assertThat(JACKSON_2.readValue(json, Holder.class)).isEqualTo(expected);
        assertThat(JACKSON_3.readValue(json, Holder.class)).isEqualTo(expected);
        assertThat(JACKSON_2.writeValueAsString(expected)).isEqualTo(json);
        assertThat(JACKSON_3.writeValueAsString(expected)).isEqualTo(json);
    }

    @Test
    void readValue_whenADecimalIsAJsonNumber_isExactOnlyIfTheMapperIs() throws Exception {
        String json = "{\"quantity\":25.10}";
        ObjectMapper exact = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        assertThat(Order.fromJson(json).quantity()).isEqualTo(new BigDecimal("25.10"));
        assertThat(exact.readValue(json, Order.class).quantity()).isEqualTo(new BigDecimal("25.10"));
        assertThat(JACKSON_2.readValue(json, Order.class).quantity()).isEqualTo(new BigDecimal("25.1"));
    }

    @Test
    void writeValue_whenAValueIsUnreadable_writesItBack() throws Exception {
        String json = "{\"quantity\":{\"a\":[1e1000000000,null]},\"x\":-1.50}";
        Order order = Order.fromJson(json);

        assertThat(TestJson.tree(order.toJson())).isEqualTo(TestJson.tree(json));
        // The number is beyond what a mapper should be made to handle, so it gets text.
        assertThat(TestJson.tree(JACKSON_2.writeValueAsString(order)))
                .isEqualTo(TestJson.tree(json.replace("1e1000000000", "\"1e1000000000\"")));
    }

    @Test
    void modelCodecs_whenTheClassIsNoModel_refusesIt() {
        assertThatThrownBy(() -> ModelCodecs.of(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }
}
