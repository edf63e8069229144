package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.runtime.json.ByteChunks;
import io.github.clearstreet.runtime.json.Chunked;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private final ApiKey key = new ApiKey("key-id.key-secret");

    @Test
    void toString_neverHoldsTheKey() {
        assertThat(key).hasToString("ApiKey[hidden]");
    }

    @Test
    void hideIn_headersThatMentionTheKey_blanksItInNamesAndValues() {
        HttpHeaders headers = headers(Map.of(
                "X-Echo", List.of("a", "is key-id.key-secret!"),
                "key-id.key-secret", List.of("b"),
                "Date", List.of("today")));

        assertThat(key.hideIn(headers).map())
                .containsOnlyKeys("X-Echo", "[hidden]", "Date")
                .containsEntry("X-Echo", List.of("a", "is [hidden]!"))
                .containsEntry("Date", List.of("today"));
    }

    @Test
    void hideIn_headersWithTheKeyForAName_staysReadable() {
        HttpHeaders headers =
                headers(Map.of("[hidden]", List.of("a"), "key-id.key-secret", List.of("key-id.key-secret")));

        assertThat(key.hideIn(headers).map()).containsOnlyKeys("[hidden]");
    }

    @Test
    void hideIn_headersThatDoNot_isThemselves() {
        HttpHeaders headers = headers(Map.of("Date", List.of("today")));

        assertThat(key.hideIn(headers)).isSameAs(headers);
    }

    @Test
    void isMentionedBy_looksAtAllCauses() {
        assertThat(key.isMentionedBy(new IOException("x", new IOException("key-id.key-secret"))))
                .isTrue();
        assertThat(key.isMentionedBy(new IOException("x", new IOException()))).isFalse();
    }

    @Test
    void isMentionedBy_whenCausesLeadInACircle_ends() {
        IOException one = new IOException("one");
        one.initCause(new IOException("other", one));

        assertThat(key.isMentionedBy(one)).isFalse();
    }

    private static HttpHeaders headers(Map<String, List<String>> headers) {
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "some-id.some/secret=",
                "some/secret=",
                "some-id.some\\/secret=",
                "some-id.some/secret\\u003d",
                "some-id.some/secret\\u003D",
                "\\u0073ome-id.some/secret=",
                "some-id.some%2Fsecret%3D",
                "some-id.some&#47;secret&#x3d;",
                "some\\/secret\\u003d",
                "some-id.some\\\\\\/secret\\\\u003d",
                "some-id.some%252Fsecret%253d",
                "some-id.some&amp;#47;secret&amp;#x3D;",
                "some-id.some\\x2Fsecret\\x3d",
                "\\u0073\\u006f\\u006d\\u0065\\u002f\\u0073\\u0065\\u0063\\u0072\\u0065\\u0074\\u003d"
            })
    void hideIn_theKeyOrItsSecretHalf_isBlankedHoweverItIsWritten(String text) {
        String hidden = new ApiKey("some-id.some/secret=").hideIn("key: " + text + "!");

        assertThat(hidden)
                .startsWith("key: ")
                .endsWith("!")
                .contains("[hidden]")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"some-id.some/secret=", "some/secret=", "Bearer some-id.some/secret="})
    void hideIn_theKeyInBase64_isBlanked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        String standard = Base64.getEncoder().encodeToString(bytes);

        assertThat(new ApiKey("some-id.some/secret=").hideIn("key: " + standard + "!"))
                .startsWith("key: [hidden]")
                .doesNotContain(standard.substring(0, 8));
        assertThat(new ApiKey("some-id.some/secret=")
                        .hideIn(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .startsWith("[hidden]");
    }

    @Test
    void hideIn_aDocument_changesNothingElse() {
        byte[] document = "{\"é\":\"some\\/secret\\u003d – key-id\"}".getBytes(StandardCharsets.UTF_8);

        ByteChunks hidden = new ApiKey("some-id.some/secret=").hideIn(ByteChunks.of(document));

        assertThat(new String(hidden.toArray(), StandardCharsets.UTF_8)).isEqualTo("{\"é\":\"[hidden] – key-id\"}");
    }

    @Test
    void hideIn_aDocumentThatDoesNotMentionIt_isItself() {
        byte[] text = "{\"some\":\"some-id.some/secre\\u003d %2F & \\\\\"}".getBytes(StandardCharsets.UTF_8);

        ByteChunks document = ByteChunks.of(text);
        assertThat(new ApiKey("some-id.some/secret=").hideIn(document)).isSameAs(document);
    }

    @Test
    void hideIn_aDocumentInChunks_findsWhatLiesInTwoOfThem() {
        for (int before : new int[] {0, 1, ByteChunks.SIZE - 5, ByteChunks.SIZE, 2 * ByteChunks.SIZE - 11}) {
            String text = "x".repeat(before) + "some\\/secret=" + "y".repeat(ByteChunks.SIZE);

            byte[] hidden = new ApiKey("some-id.some/secret=")
                    .hideIn(Chunked.of(text.getBytes(StandardCharsets.UTF_8)))
                    .toArray();

            assertThat(new String(hidden, StandardCharsets.UTF_8))
                    .isEqualTo("x".repeat(before) + "[hidden]" + "y".repeat(ByteChunks.SIZE));
        }
    }

    @Test
    void hideIn_longRunsOfEscapes_takesNoTimeToSpeakOf() {
        String text = "\\".repeat(1_000_000) + "%25".repeat(1_000_000) + "&amp;".repeat(1_000_000);

        assertThat(new ApiKey("some-id.some/secret=").hideIn(text)).isSameAs(text);
    }
}
