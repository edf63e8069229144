package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where numbers begin and end to be readable and writable. */
class NumberLimitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-7",
                "0.00",
                "999999999999999999",
                "-99999999999999999",
                "9999999999999999999",
                "1.50"
            })
    void parse_ofADecimal_keepsEveryDigit(String text) {
        assertThat(parse(text)).isEqualTo(new BigDecimal(text));
    }

    @Test
    void parse_isBoundedByLengthAndScale() {
        assertThat(parse("1".repeat(Decimals.MAX_PRECISION))).isNotNull();
        assertThat(parse("1".repeat(Decimals.MAX_PRECISION + 1))).isNull();
        assertThat(parse("0".repeat(Decimals.MAX_LENGTH))).isNotNull();
        assertThat(parse("0".repeat(Decimals.MAX_LENGTH + 1))).isNull();
        assertThat(parse("1E-" + Decimals.MAX_SCALE)).isNotNull();
        assertThat(parse("1E-" + (Decimals.MAX_SCALE + 1))).isNull();
        assertThat(parse("1E+" + Decimals.MAX_SCALE)).isEqualTo(new BigDecimal("1" + "0".repeat(Decimals.MAX_SCALE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-99", "1e100", "1e-100", "-1e100", "9.99e-98", "123456789012345678901234567890e70"})
    void parse_ofWhatIsWrittenWithoutAnExponent_isTheSame(String text) {
        BigDecimal value = Objects.requireNonNull(parse(text));

        assertThat(value).isEqualByComparingTo(text);
        assertThat(parse(value.toPlainString())).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e-400", "1e1000000000"})
    void read_ofAnUnknownNumberBeyondAllBounds_isWrittenAsItCame(String text) {
        Specimen read = Specimen.of("{\"unknown\":" + text + "}");

        assertThat(read.toJson()).isEqualTo("{\"unknown\":" + text + "}");
        assertThat(Specimen.of(read.toJson())).isEqualTo(read).hasSameHashCodeAs(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.2.3", "1-2", "--1", "1,5", "٣", "/", ":", "1/2", "1:2", "NaN"})
    void parse_ofAnythingElse_isNull(String text) {
        assertThat(parse(text)).isNull();
    }

    @Test
    void write_ofANumberThatJsonHasNot_isRefused() throws IOException {
        assertThat(written(1.5)).isEqualTo("1.5");
        assertThat(written(1.5f)).isEqualTo("1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> written(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> written(Float.POSITIVE_INFINITY));
    }

    private static @Nullable BigDecimal parse(String text) {
        return Decimals.parse(("x" + text + "x").getBytes(StandardCharsets.ISO_8859_1), 1, text.length());
    }

    private static String written(Object value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            PlainValues.write(value, out);
        }
        return text.toString();
    }
}
