package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of value as a whole document: what the generator may ask for, whether or not the API has it today. */
class CodecsTest {
    private static final UUID ID = new UUID(0x0123_4567_89ab_cdefL, 0x8123_4567_89ab_cdefL);

    static Stream<Arguments> readable() {
        return Stream.of(
                arguments(Codecs.STRING, "\"a\"", "a", "\"a\""),
                arguments(Codecs.BOOLEAN, "true", true, "true"),
                arguments(Codecs.BOOLEAN, "false", false, "false"),
                arguments(Codecs.LONG, "\"-9223372036854775808\"", Long.MIN_VALUE, "-9223372036854775808"),
                arguments(Codecs.LONG, "9223372036854775807", Long.MAX_VALUE, "9223372036854775807"),
                arguments(Codecs.INTEGER, "-2147483648", Integer.MIN_VALUE, "-2147483648"),
                arguments(Codecs.INTEGER, "\"2147483647\"", Integer.MAX_VALUE, "2147483647"),
                arguments(Codecs.BIG_DECIMAL, "1.50", new BigDecimal("1.50"), "\"1.50\""),
                arguments(Codecs.NUMBER, "\"1E+3\"", new BigDecimal("1000"), "1000"),
                arguments(Codecs.NUMBER, "0.10", new BigDecimal("0.10"), "0.10"),
                arguments(Codecs.LOCAL_DATE, "\"2024-02-29\"", LocalDate.of(2024, 2, 29), "\"2024-02-29\""),
                arguments(
                        Codecs.UUID,
                        "\"" + ID.toString().toUpperCase(java.util.Locale.ROOT) + "\"",
                        ID,
                        "\"" + ID + "\""),
                arguments(Codecs.list(Codecs.LONG), "[1,2]", List.of(1L, 2L), "[1,2]"),
                arguments(Codecs.map(Codecs.BOOLEAN), "{\"a\":false}", Map.of("a", false), "{\"a\":false}"),
                arguments(Codecs.FREE_FORM, "{\"a\":[1]}", Map.of("a", List.of(1L)), "{\"a\":[1]}"),
                arguments(Codecs.OBJECT, "[1.50,\"x\"]", List.of(new BigDecimal("1.50"), "x"), "[1.50,\"x\"]"),
                arguments(Codecs.OBJECT, "9223372036854775807", Long.MAX_VALUE, "9223372036854775807"),
                arguments(
                        Codecs.OBJECT,
                        "9223372036854775808",
                        new BigInteger("9223372036854775808"),
                        "9223372036854775808"),
                arguments(Level.codec(), "2", Level.TWO, "2"),
                arguments(Level.codec(), "\"1\"", Level.ONE, "1"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    <T> void read_thenWrite_keepsTheValue(Codec<T> codec, String json, T value, String written) {
        assertThat(read(codec, json)).isEqualTo(value);
        assertThat(new String(codec.write(value), StandardCharsets.UTF_8)).isEqualTo(written);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(Codecs.STRING, "true", "not a text"),
                arguments(Codecs.BOOLEAN, "\"true\"", "not a boolean"),
                arguments(Codecs.LONG, "9223372036854775808", "not a 64-bit integer"),
                arguments(Codecs.LONG, "1.5", "not a 64-bit integer"),
                arguments(Codecs.INTEGER, "2147483648", "not a 32-bit integer"),
                arguments(Codecs.INTEGER, "-2147483649", "not a 32-bit integer"),
                arguments(Codecs.NUMBER, "\"one\"", "not a decimal number"),
                arguments(Codecs.LOCAL_DATE, "\"2023-02-29\"", "not a date"),
                arguments(Codecs.LOCAL_DATE, "\"+12345-01-01\"", "not a date"),
                arguments(Codecs.LOCAL_DATE, "20240101", "not a date"),
                arguments(Codecs.UUID, "\"1-2-3-4-5\"", "not a UUID"),
                arguments(Codecs.UUID, "\"" + "x".repeat(36) + "\"", "not a UUID"),
                arguments(Codecs.list(Codecs.LONG), "[1,null]", "/1 null in a list"),
                arguments(Codecs.list(Codecs.LONG), "{}", "not a list"),
                arguments(Codecs.map(Codecs.LONG), "{\"a\":{}}", "/a not a 64-bit integer"),
                arguments(Codecs.map(Codecs.LONG), "[]", "not an object"),
                arguments(Codecs.FREE_FORM, "[]", "not an object"),
                arguments(Level.codec(), "[]", "not a number"),
                arguments(Codecs.STRING, "null", "null."),
                arguments(Codecs.OBJECT, "null", "null."),
                arguments(Specimen.CODEC, "[]", "not a JSON object."));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void read_whenTheDocumentIsOfAnotherKind_saysSo(Codec<?> codec, String json, String reason) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> read(codec, json))
                .withMessage("The text is " + reason);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void read_whenTheDocumentGoesOn_isRefused(Codec<?> codec, String json) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> read(codec, json + " 1"))
                .withMessage("The text goes on after its value.");
    }

    @Test
    void numericEnum_whenTheNumberIsNew_keepsIt() {
        Level level = read(Level.codec(), "70");

        assertThat(level.isKnown()).isFalse();
        assertThat(new String(Level.codec().write(level), StandardCharsets.UTF_8))
                .isEqualTo("70");
    }

    @Test
    void numericEnum_whenTheTextIsNoNumber_isWrittenAsText() {
        Level level = read(Level.codec(), "\"high\"");

        assertThat(new String(Level.codec().write(level), StandardCharsets.UTF_8))
                .isEqualTo("\"high\"");
    }

    @Test
    void enumConstant_isTheOneThatCanBeCompared() {
        assertThat(read(Level.codec(), "2")).isSameAs(Level.TWO);
    }

    private static <T> T read(Codec<T> codec, String json) {
        return codec.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
