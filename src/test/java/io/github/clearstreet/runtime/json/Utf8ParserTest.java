package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ParserTest {
    private static final int LONGEST_PLAIN = 255;

    private static Utf8Parser parserAt(String json) throws IOException {
        return parserAt(json.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static Utf8Parser parserAt(byte[] json, int start) throws IOException {
        Utf8Parser parser = new Utf8Parser.Factory(new JsonFactoryBuilder()).parser(ByteChunks.of(json), start);
        parser.nextToken();
        return parser;
    }

    private static String located(Utf8Parser parser) {
        return new String(parser.bytes(), parser.from(), parser.length(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AAPL", " spaces ", "2025-10-03T14:01:15Z", "{}[],:", "~", "it's"})
    void locate_aPlainText_isFoundWhereItLies_andReadingGoesOnBehindIt(String text) throws IOException {
        Utf8Parser parser = parserAt("  [\"" + text + "\", 1]");
        parser.nextToken();

        assertThat(parser.locatePlain()).isTrue();
        assertThat(parser.locatePlain()).as("again").isTrue();
        assertThat(parser.plainText()).isEqualTo(text);
        assertThat(parser.from()).isEqualTo(4);
        assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
        assertThat(parser.locatePlain()).isFalse();
        assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\\"b", "\\u0041", "é", "日本", "\\\\", "😀"})
    void locatePlain_ofAnyOtherText_leavesItToTheParser(String text) throws IOException {
        String json = "[\"" + text + "\"]";
        Utf8Parser parser = parserAt(json);
        parser.nextToken();

        assertThat(parser.locatePlain()).isFalse();
        try (JsonParser plain = new JsonFactory().createParser(json)) {
            plain.nextToken();
            plain.nextToken();
            assertThat(parser.getText()).isEqualTo(plain.getText());
        }
        assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
    }

    @Test
    void locatePlain_ofALongText_leavesItToTheParser() throws IOException {
        assertThat(parserAt("\"" + "a".repeat(LONGEST_PLAIN) + "\"").locatePlain())
                .isTrue();

        Utf8Parser parser = parserAt("\"" + "a".repeat(LONGEST_PLAIN + 1) + "\"");
        assertThat(parser.locatePlain()).isFalse();
        assertThat(parser.getText()).hasSize(LONGEST_PLAIN + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"cut", "\"", "\"con\ntrol\"", "\"\\x\""})
    void locate_aBrokenText_failsAsTheParserDoes(String json) throws IOException {
        Utf8Parser parser = parserAt(json);

        assertThat(parser.locatePlain()).isFalse();
        assertThatExceptionOfType(IOException.class).isThrownBy(parser::locate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "-1.50", "1e3", "\"1\\u0030\""})
    void locate_aNumberOrAnEscapedText_copiesIt(String json) throws IOException {
        Utf8Parser parser = parserAt(json + " ");

        parser.locate();

        assertThat(located(parser)).isEqualTo(json.startsWith("\"") ? "10" : json);
    }

    @Test
    void locate_textThatIsNotAscii_isNegative() throws IOException {
        Utf8Parser parser = parserAt("\"1٣\"");

        parser.locate();

        assertThat(parser.length()).isEqualTo(2);
        assertThat(parser.bytes()[parser.from() + 1]).isNegative();
    }

    @Test
    void locate_aTextBeyondAnyNumber_isEmpty() throws IOException {
        Utf8Parser parser = parserAt("\"" + "1".repeat(5_000) + "\"");

        parser.locate();

        assertThat(parser.length()).isZero();
        assertThat(parser.getText()).hasSize(5_000);
    }

    @Test
    void locate_behindAByteOrderMark_countsFromTheFirstByte() throws IOException {
        Utf8Parser parser = parserAt("\uFEFF\"x\"".getBytes(StandardCharsets.UTF_8), 3);

        assertThat(parser.locatePlain()).isTrue();
        assertThat(parser.from()).isEqualTo(4);
        assertThat(parser.currentLocation().getByteOffset()).isEqualTo(3);
    }

    @Test
    void plainText_ofShortTextsThatComeAgain_isOneString() {
        ShortTexts texts = new ShortTexts();
        for (String text : new String[] {"", "A", "AA", "AAPL", "APPL", "12345678", "~"}) {
            byte[] bytes = ("xx" + text + "xx").getBytes(StandardCharsets.US_ASCII);
            String made = texts.of(bytes, 2, text.length());
            assertThat(made).isEqualTo(text);
            assertThat(texts.of(bytes, 2, text.length())).isSameAs(made);
        }
    }

    @Test
    void plainText_ofMoreShortTextsThanAreKept_isEachItsOwn() {
        ShortTexts texts = new ShortTexts();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5_000; i++) {
                byte[] bytes = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
                assertThat(texts.of(bytes, 0, bytes.length)).isEqualTo(Integer.toString(i));
            }
        }
    }
}
