package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldNamesTest {
    @Test
    void number_countsFromOneAndPutsTheUnknownLast() {
        FieldNames names = FieldNames.of("a", "b");

        assertThat(names.number("a")).isEqualTo(1);
        assertThat(names.number("b")).isEqualTo(2);
        assertThat(names.number("c")).isEqualTo(3);
    }
}
