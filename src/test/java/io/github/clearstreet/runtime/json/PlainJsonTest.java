package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainJsonTest {
    @Test
    void text_isOneLine() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("a", List.of(1, true));
        plain.put("b", null);

        assertThat(PlainJson.text(plain)).isEqualTo("{\"a\":[1,true],\"b\":null}");
    }
}
