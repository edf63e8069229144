package io.github.clearstreet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void read_ofEveryKindOfValue_givesPlainJavaValues() throws Exception {
        assertThat(Json.read(" {\"a\": [1, -2.50e+3, true, false, null], \"b\": {}, \"c\": []}\r\n\t"))
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(BigDecimal.ONE, new BigDecimal("-2.50e+3"), true, false, null),
                        "b",
                        Map.of(),
                        "c",
                        List.of()));
    }

    @Test
    void read_ofEscapes_givesTheCharacters() throws Exception {
        assertThat(Json.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00ä\""))
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
    void read_ofAnythingElse_isRefused(String text) throws Exception {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void read_isBoundedInDepthAndLength() throws Exception {
        assertThat(Json.read("[".repeat(64) + "]".repeat(64))).isInstanceOf(List.class);
        assertThatThrownBy(() -> Json.read("[".repeat(65) + "]".repeat(65))).hasMessageContaining("64");
        assertThat(Json.read("9".repeat(100))).isEqualTo(new BigDecimal("9".repeat(100)));
        assertThatThrownBy(() -> Json.read("9".repeat(101))).hasMessageContaining("100");
    }

    @Test
    void write_ofEveryKindOfValue_givesOneLine() {
        assertThat(Json.write(Arrays.asList(
                        Map.of("a", 1), Map.of(), List.of(), "x", true, null, 5_000_000_000L, new BigDecimal("1E+3"))))
                .isEqualTo("[{\"a\":1},{},[],\"x\",true,null,5000000000,1000]");
    }

    @Test
    void write_ofText_escapesWhatMustBe() {
        assertThat(Json.write("\"\\\n\u0001ä😀")).isEqualTo("\"\\\"\\\\\\u000a\\u0001ä\\ud83d\\ude00\"");
    }

    @Test
    void write_ofTextThatReaderReads_isTheSameAgain() throws Exception {
        String text = "\"\\/\b\f\n\r\t\u0000ä😀\ud800";

        assertThat(Json.read(Json.write(text))).isEqualTo(text);
    }

    @Test
    void write_ofAnythingElse_isRefused() {
        assertThatThrownBy(() -> Json.write(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
