package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImmutableTest {
    @Test
    void copyOf_aMap_isDeepAndKeepsTheOrder() {
        Map<String, List<String>> original = new LinkedHashMap<>();
        original.put("b", Arrays.asList("x", "y"));
        original.put("a", List.of());

        Map<String, List<String>> copy = Immutable.copyOf(original);
        original.get("b").set(0, "changed");
        original.clear();

        assertThat(copy).hasToString("{b=[x, y], a=[]}").isUnmodifiable();
        assertThat(Immutable.copyOf((Map<String, String>) null)).isNull();
        assertThat(Immutable.copyOf((List<String>) null)).isNull();
    }
}
