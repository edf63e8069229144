package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.clearstreet.internal.argument.EnvironmentSettings;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

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
                "key-id.key-secr\u00e9t",
                "key-id.key-secret\u007f"
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

    @ParameterizedTest
    @EnumSource(Environment.class)
    void environment_decidesWhereTheCallsGo(Environment environment) throws IOException {
        Set<String> asked = new CopyOnWriteArraySet<>();
        ClearStreetBuilder builder = ClearStreet.builder()
                .apiKey(KEY)
                .environment(environment)
                .proxy(new NobodyThere(asked))
                .connectTimeout(Duration.ofSeconds(3))
                .deadline(Duration.ofSeconds(9));
        try (ClearStreet clearStreet = builder.build()) {
            NotSentException failure = catchThrowableOfType(
                    NotSentException.class, () -> clearStreet.positions().closePositions(19816));

            assertThat(failure.refusedByGuard()).isFalse();
        }
        assertThat(asked).containsExactly(environment.baseUrl().getHost());
    }

    @Test
    void maxResponseBytes_endsALargerAnswerAsUnknown() {
        try (Sandbox sandbox = Sandbox.start();
                ClearStreet clearStreet = ClearStreet.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl())
                        .maxResponseBytes(20)
                        .build()) {
            sandbox.account(19816);
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> clearStreet.positions().closePositions(19816));
        }
    }

    @Test
    void sslContext_returnsTheBuilder() throws NoSuchAlgorithmException {
        ClearStreetBuilder builder = ClearStreet.builder();
        assertThat(builder.sslContext(SSLContext.getDefault())).isSameAs(builder);
    }

    @Test
    void client_knowsItsGuardsAndWhetherItIsClosed() {
        Guards guards = Guards.none().withMaxPositions(1);
        ClearStreet clearStreet =
                ClearStreet.builder().apiKey(KEY).guards(guards).build();

        assertThat(clearStreet.guards()).isSameAs(guards);
        assertThat(clearStreet.isClosed()).isFalse();
        clearStreet.close();
        assertThat(clearStreet.isClosed()).isTrue();
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
    void fromEnv_readsTheSystemProperties() {
        System.setProperty("clearstreet.apiKey", KEY);
        try (ClearStreet clearStreet = ClearStreet.fromEnv()) {
            assertThat(clearStreet.isClosed()).isFalse();
        } finally {
            System.clearProperty("clearstreet.apiKey");
        }
    }

    @Test
    void fromEnv_whenTheKeyIsAProperty_warnsAndNamesBetterPlaces() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.clearstreet");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        Level before = logger.getLevel();
        logger.setLevel(Level.WARN);
        try {
            EnvironmentSettings.read(name -> null, Map.of("clearstreet.apiKey", "secret-key")::get);
        } finally {
            logger.setLevel(before);
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anySatisfy(text -> assertThat(text)
                        .contains("list of processes", "CLEAR_STREET_API_KEY", "only its owner can read")
                        .doesNotContain("secret-key"));
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
        assertThatCode(() -> ClearStreet.builder()
                        .from(EnvironmentSettings.read(bad::get, good::get))
                        .build()
                        .close())
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClearStreet.builder().from(EnvironmentSettings.read(bad::get, name -> null)));
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

    /** Sends all calls to a port where nothing listens, and keeps the hosts that were asked for. */
    private static final class NobodyThere extends ProxySelector {
        private final Set<String> asked;
        private final InetSocketAddress closed;

        NobodyThere(Set<String> asked) throws IOException {
            this.asked = asked;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                this.closed = new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
            }
        }

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri.getHost());
            return List.of(new Proxy(Proxy.Type.HTTP, closed));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // The call itself reports it.
        }
    }

    @Test
    void environment_knowsTheAddressesOfThisMachine() {
        assertThat(List.of("http://localhost:1", "http://127.9.9.9", "http://[::1]:80", "https://LOCALHOST"))
                .allMatch(url -> Environment.isThisMachine(URI.create(url)));
        assertThat(List.of("http://localhost.example.com", "http://128.0.0.1", "https://api.clearstreet.com"))
                .noneMatch(url -> Environment.isThisMachine(URI.create(url)));
    }

    @Test
    void version_ofClassesOutsideAJar_isNotKnown() {
        assertThat(ClearStreet.version()).isEqualTo("unpackaged");
    }
}
