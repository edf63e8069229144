package io.github.clearstreet.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViolationTest {
    private static final Violation VIOLATION = Violation.of("/data/3/quantity", "not a decimal number", "\"abc\"");

    @Test
    void parts_areWhatWasGiven() {
        assertThat(VIOLATION.pointer()).isEqualTo("/data/3/quantity");
        assertThat(VIOLATION.reason()).isEqualTo("not a decimal number");
        assertThat(VIOLATION.rawText()).isEqualTo("\"abc\"");
        assertThat(VIOLATION).hasToString("/data/3/quantity: not a decimal number: \"abc\"");
    }

    @Test
    void equality_isOfAllParts() {
        assertThat(VIOLATION)
                .isEqualTo(Violation.of("/data/3/quantity", "not a decimal number", "\"abc\""))
                .hasSameHashCodeAs(Violation.of("/data/3/quantity", "not a decimal number", "\"abc\""))
                .isNotEqualTo(Violation.of("/data/4/quantity", "not a decimal number", "\"abc\""))
                .isNotEqualTo(Violation.of("/data/3/quantity", "missing", "\"abc\""))
                .isNotEqualTo(Violation.of("/data/3/quantity", "not a decimal number", ""))
                .isNotEqualTo("/data/3/quantity");
        assertThat(VIOLATION.hashCode())
                .isNotEqualTo(Violation.of("/data/4/quantity", "not a decimal number", "\"abc\"")
                        .hashCode());
    }

    @Test
    void rawText_isCutAfter200Characters() {
        assertThat(Violation.of("", "", "x".repeat(200)).rawText()).isEqualTo("x".repeat(200));
        assertThat(Violation.of("", "", "x".repeat(201)).rawText()).isEqualTo("x".repeat(200) + "…");
    }
}
