package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults before the request can leave, and connections that die between two calls. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectFaultTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(300);
    /** Long enough for a cold JVM on a busy machine to ask the proxy. */
    private static final Duration STALLED = Duration.ofMillis(1500);

    static Stream<Arguments> stylesAndForms() {
        return Arrays.stream(Style.values())
                .flatMap(style -> Variants.of(Form.values()).map(form -> Arguments.of(style, form)));
    }

    @ParameterizedTest(name = "F8 {0}, {1}")
    @MethodSource("stylesAndForms")
    void delete_whenTheConnectionIsRefused_isNotSent(Style style, Form form) throws IOException {
        try (Socket silent = boundButNotListening();
                Caller caller = new Caller(uriOf(silent.getLocalPort()))) {
            assertThat(caller.ask(style, form, ENOUGH)).isEqualTo("NOT_SENT CONNECT_FAILED");
        }
    }

    @ParameterizedTest(name = "F8 {0}, {1}")
    @MethodSource("stylesAndForms")
    void delete_whenTheHostIsUnknown_isNotSent(Style style, Form form) {
        // The top level "invalid" never resolves (RFC 6761).
        try (Caller caller = new Caller(URI.create("https://api.invalid"))) {
            assertThat(caller.ask(style, form, ENOUGH)).isEqualTo("NOT_SENT CONNECT_FAILED");
        }
    }

    @ParameterizedTest(name = "F9 {0}, {1}")
    @MethodSource("stylesAndForms")
    void delete_whenTheConnectTimeoutPasses_isNotSent(Style style, Form form) throws IOException {
        try (FullBacklog server = new FullBacklog();
                Caller caller = new Caller(Caller.settings(server.uri()).connectTimeout(SOON))) {
            assertThat(caller.ask(style, form, ENOUGH)).isEqualTo("NOT_SENT CONNECT_TIMEOUT");
        }
    }

    @ParameterizedTest(name = "F9 {0}, {1}")
    @MethodSource("stylesAndForms")
    void delete_whenTheDeadlinePassesDuringConnect_isNotSent(Style style, Form form) throws IOException {
        try (FullBacklog server = new FullBacklog();
                Caller caller = new Caller(Caller.settings(server.uri()).connectTimeout(ENOUGH))) {
            assertThat(caller.ask(style, form, SOON)).isEqualTo("NOT_SENT DEADLINE");
        }
    }

    @ParameterizedTest(name = "F9 {0}")
    @EnumSource(Style.class)
    void delete_whenTheProxyStalls_isNotSent(Style style) {
        try (FaultServer proxy = new FaultServer((c, r, n) -> c.stall());
                Caller caller = new Caller(
                        Caller.settings(URI.create("https://api.invalid")).proxy(ProxySelector.of(addressOf(proxy))))) {
            assertThat(caller.ask(style, Form.NOTHING_CHOSEN, STALLED)).isEqualTo("NOT_SENT DEADLINE");
            assertThat(proxy.complete()).extracting(ReceivedRequest::method).containsOnly("CONNECT");
        }
    }

    @ParameterizedTest(name = "proxy answers {0}")
    @CsvSource({"403, PROXY_REFUSED", "407, PROXY_REFUSED", "502, PROXY_REFUSED", "503, PROXY_REFUSED"})
    void delete_whenTheProxyRefusesTheTunnel_isNotSent(int status, String reason) {
        for (Style style : Style.values()) {
            try (FaultServer proxy = new FaultServer((c, r, n) -> c.sendAnswer(status, "", ""));
                    Caller caller = new Caller(Caller.settings(URI.create("https://api.invalid"))
                            .proxy(ProxySelector.of(addressOf(proxy))))) {
                assertThat(caller.ask(style, Form.NOTHING_CHOSEN, ENOUGH)).isEqualTo("NOT_SENT " + reason);
                assertThat(proxy.complete())
                        .isNotEmpty()
                        .allMatch(request -> request.method().equals("CONNECT"))
                        .noneMatch(request -> request.has("Authorization"));
            }
        }
    }

    @ParameterizedTest(name = "F3 {0}, {1}")
    @MethodSource("stylesAndForms")
    void delete_whenTheIdleConnectionWasClosedBefore_isAccepted(Style style, Form form) {
        Behaviour closesAfterwards = (c, r, n) -> {
            GoodAnswer.INSTANCE.answer(c, r, n);
            c.closeOurSide();
        };
        try (FaultServer server = new FaultServer(closesAfterwards.onlyFor(1));
                Caller caller = new Caller(server.uri())) {
            assertThat(caller.ask(style, form, ENOUGH)).isEqualTo("ACCEPTED");
            server.awaitDisconnect();

            assertThat(caller.ask(style, form, ENOUGH)).isEqualTo("ACCEPTED");
            assertThat(server.complete()).hasSize(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    /** Whether the request or the end of the connection is faster, nobody can say; both ends are fine, twice is not. */
    @ParameterizedTest(name = "F3 {0}, {1}")
    @MethodSource("stylesAndForms")
    void delete_whenTheIdleConnectionIsClosedAtThatMoment_arrivesAtMostOnce(Style style, Form form) {
        Behaviour closesAfterwards = (c, r, n) -> {
            GoodAnswer.INSTANCE.answer(c, r, n);
            c.close();
        };
        try (FaultServer server = new FaultServer(closesAfterwards);
                Caller caller = new Caller(server.uri())) {
            for (int calls = 1; calls <= 50; calls++) {
                int before = server.complete().size();
                String told = caller.ask(style, form, ENOUGH);
                int arrivals = server.complete().size() - before;

                assertThat(told + " after " + arrivals)
                        .isIn("ACCEPTED after 1", "UNKNOWN DROPPED after 0", "UNKNOWN DROPPED after 1");
            }
        }
    }

    private static URI uriOf(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static InetSocketAddress addressOf(FaultServer server) {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.uri().getPort());
    }

    /** Refuses connections, and keeps its port from the servers of tests that run at the same time. */
    private static Socket boundButNotListening() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }
}
