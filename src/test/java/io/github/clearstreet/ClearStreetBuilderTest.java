package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearStreetBuilderTest {
    private static final String KEY = "key-id.key-secret";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "key-id.key-secret ",
                " key-id.key-secret",
                "key-id\r\nX: key-secret",
                "key-id.key-secr\u00e9t"
            })
    void apiKey_whenNotVisibleAscii_isRefusedWithoutBeingRepeated(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClearStreet.builder().apiKey(key))
                .withMessageContaining("apiKey must be visible ASCII")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("key-id", "key-secr"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.clearstreet.com",
                "/relative",
                "mailto:someone@example.com",
                "ftp://example.com",
                "https:///no-host",
                "https://user:hunter2@example.com",
                "https://example.com?token=hunter2",
                "https://example.com#hunter2",
                "http://example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://10.0.0.1"
            })
    void baseUrl_whenNotSafe_isRefusedWithoutBeingRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClearStreet.builder().baseUrl(URI.create(url)))
                .withMessageStartingWith("baseUrl must")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "https://api.example.com/prefix/",
                "HTTPS://api.example.com:8443",
                "http://localhost:8080",
                "http://127.0.0.1:8080/",
                "http://[::1]:8080"
            })
    void baseUrl_whenHttpsOrLoopback_isTaken(String url) {
        assertThatCode(() -> ClearStreet.builder()
                        .apiKey(KEY)
                        .baseUrl(URI.create(url))
                        .build()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void durationsAndSizes_whenNotPositive_areRefused() {
        ClearStreetBuilder builder = ClearStreet.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.deadline(Duration.ZERO))
                .withMessageContaining("deadline");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.connectTimeout(Duration.ofMillis(-1)))
                .withMessageContaining("connectTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxResponseBytes(0))
                .withMessageContaining("maxResponseBytes");
    }

    @Test
    void build_whenThereIsNoKey_saysWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClearStreet.builder().build())
                .withMessageContaining("apiKey(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", ""})
    void build_whenTheJvmWouldSendAgain_isRefused(String value) {
        String property = "jdk.httpclient.enableAllMethodRetry";
        System.setProperty(property, value);
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> ClearStreet.builder().apiKey(KEY).build())
                    .withMessageContaining(property);
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void fromEnv_whenThereIsNoKey_namesBothPlaces() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentSettings.read(name -> null, name -> null))
                .withMessageContaining("CLEAR_STREET_API_KEY")
                .withMessageContaining("clearstreet.apiKey");
    }

    @Test
    void fromEnv_whenPropertyAndVariableDiffer_thePropertyWins() {
        Map<String, String> bad =
                Map.of("CLEAR_STREET_API_KEY", "white space", "CLEAR_STREET_BASE_URL", "http://example.com");
        Map<String, String> good = Map.of("clearstreet.apiKey", KEY, "clearstreet.baseUrl", "http://localhost:1");
        assertThatCode(() ->
                        EnvironmentSettings.read(bad::get, good::get).build().close())
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> EnvironmentSettings.read(bad::get, name -> null));
    }

    @Test
    void fromEnv_whenTheUrlCannotBeRead_doesNotRepeatIt() {
        Map<String, String> environment =
                Map.of("CLEAR_STREET_API_KEY", KEY, "CLEAR_STREET_BASE_URL", "https://us er:hunter2@host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentSettings.read(environment::get, name -> null))
                .withMessageContaining("base URL")
                .withMessageNotContaining("hunter2");
    }
}
