package io.github.clearstreet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void write_ofEveryKindOfValue_givesOneLine() {
        assertThat(JsonWriter.write(Arrays.asList(
                        Map.of("a", 1), Map.of(), List.of(), "x", true, null, 5_000_000_000L, new BigDecimal("1E+3"))))
                .isEqualTo("[{\"a\":1},{},[],\"x\",true,null,5000000000,1000]");
    }

    @Test
    void write_ofText_escapesWhatMustBe() {
        assertThat(JsonWriter.write("\"\\\n\u0001ä😀")).isEqualTo("\"\\\"\\\\\\u000a\\u0001ä\\ud83d\\ude00\"");
    }

    @Test
    void write_ofTextThatReaderReads_isTheSameAgain() {
        String text = "\"\\/\b\f\n\r\t\u0000ä😀\ud800";

        assertThat(JsonReader.read(JsonWriter.write(text))).isEqualTo(text);
    }

    @Test
    void write_ofAnythingElse_isRefused() {
        assertThatThrownBy(() -> JsonWriter.write(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
