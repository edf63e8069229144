package io.github.clearstreet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void read_ofEveryKindOfValue_givesPlainJavaValues() {
        assertThat(JsonReader.read(" {\"a\": [1, -2.50e+3, true, false, null], \"b\": {}, \"c\": []}\r\n\t"))
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(BigDecimal.ONE, new BigDecimal("-2.50e+3"), true, false, null),
                        "b",
                        Map.of(),
                        "c",
                        List.of()));
    }

    @Test
    void read_ofEscapes_givesTheCharacters() {
        assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00ä\""))
                .isEqualTo("\"\\/\b\f\n\r\tä😀ä");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "True",
                "01",
                "-",
                "1.",
                ".5",
                "+1",
                "1e",
                "NaN",
                "1 2",
                "[1,]",
                "[,]",
                "[1",
                "[1 2]",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":1,\"a\":2}",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"\\u٠٠٠٠\"",
                "\"a\nb\"",
                "'a'",
                "\u00a01",
                "\ufeff1",
                "/**/1",
                "1e99999999999"
            })
    void read_ofAnythingElse_isRefused(String text) {
        assertThatThrownBy(() -> JsonReader.read(text))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("at character");
    }

    @Test
    void read_isBoundedInDepthAndLength() {
        assertThat(JsonReader.read("[".repeat(64) + "]".repeat(64))).isInstanceOf(List.class);
        assertThatThrownBy(() -> JsonReader.read("[".repeat(65) + "]".repeat(65)))
                .hasMessageContaining("deeper than 64");
        assertThat(JsonReader.read("9".repeat(100))).isEqualTo(new BigDecimal("9".repeat(100)));
        assertThatThrownBy(() -> JsonReader.read("9".repeat(101))).hasMessageContaining("longer than 100");
    }
}
