package io.github.clearstreet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.runtime.json.Codec;
import io.github.clearstreet.runtime.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that is broken as a whole ends with one exception, whatever is wrong with it. */
class HostileInputTest {
    private static final Codec<OrderListResponse> CODEC = ModelCodecs.of(OrderListResponse.class);

    private static void assertMalformed(byte[] json) {
        assertThatThrownBy(() -> CODEC.read(json)).isInstanceOf(MalformedJsonException.class);
    }

    private static void assertMalformed(String json) {
        assertMalformed(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void read_whenTruncatedAnywhere_throws() {
        byte[] whole = TestJson.example().strip().getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < whole.length; length++) {
            assertMalformed(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "5",
                "true",
                "<html></html>",
                "{} {}",
                "{}x",
                "{},",
                "{\"data\":[}",
                "{'data':[]}",
                "{data:[]}",
                "{\"data\":[],}",
                "{\"data\":NaN}",
                "{\"data\":007}",
                "{\"data\":\"\n\"}",
                "{/* comment */}"
            })
    void read_whenNotOneJsonObject_throws(String json) {
        assertMalformed(json);
    }

    @Test
    void read_whenNotUtf8_throws() {
        assertMalformed(new byte[] {'{', '"', 'x', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        assertMalformed("{\"data\":[]}".getBytes(StandardCharsets.UTF_16));
        assertMalformed("{\"data\":[]}".getBytes(StandardCharsets.UTF_16LE));
        assertMalformed("{\"symbol\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void read_whenNestedTooDeep_throws() {
        assertMalformed("{\"new_field\":" + "[".repeat(100_000));
        assertMalformed("{\"data\":" + "[".repeat(300) + "]".repeat(300) + "}");
        assertMalformed("{\"x\":".repeat(300) + "1" + "}".repeat(300));
    }

    @Test
    void read_whenNestedWithinTheLimit_keepsTheField() {
        String json = "{\"new_field\":" + "[".repeat(150) + "]".repeat(150) + "}";

        assertThat(TestJson.tree(OrderListResponse.fromJson(json).toJson())).isEqualTo(TestJson.tree(json));
    }

    @Test
    void read_whenANameIsTooLong_throws() {
        assertMalformed("{\"" + "n".repeat(20_000) + "\":1}");
    }

    @Test
    void read_whenATextIsTooLong_throws() {
        assertMalformed("{\"x\":\"" + "t".repeat(10_000_001) + "\"}");
    }

    @Test
    void read_whenANumberIsHuge_losesNothingElse() {
        String digits = "9".repeat(100_000);
        OrderListResponse answer = OrderListResponse.fromJson("{\"x\":" + digits + ",\"data\":[{\"quantity\":" + digits
                + ",\"account_id\":" + digits + ",\"symbol\":\"GOOG\"}]}");

        assertThat(answer.data().get(0).symbol()).contains("GOOG");
        assertThat(answer.additionalProperties().get("x")).hasToString(digits);
        assertThatThrownBy(() -> answer.data().get(0).quantity()).hasMessageStartingWith("/data/0/quantity: ");
        assertThatThrownBy(() -> answer.data().get(0).accountId()).hasMessageStartingWith("/data/0/account_id: ");
    }

    @Test
    void read_whenMalformed_doesNotQuoteTheDocument() {
        assertThatThrownBy(() -> Order.fromJson("{\"symbol\":\"confidential\" \"x\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("confidential");
    }
}
