package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreetBuilder;
import io.github.clearstreet.ClearStreetException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** TLS handshakes that end before their time, directly and within the tunnel of a proxy. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HandshakeTest {
    /** Kinds of TLS records. */
    private static final byte HANDSHAKE = 22;

    private static final byte DATA = 23;

    private static SSLContext serving;
    private static SSLContext trusting;

    @BeforeAll
    static void makeCertificate(@TempDir Path directory)
            throws IOException, GeneralSecurityException, InterruptedException {
        TestCertificate certificate = new TestCertificate(directory);
        serving = certificate.server();
        trusting = certificate.client();
    }

    private interface Ending {
        void end(Socket socket) throws IOException;
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of("at once", (Ending) Socket::close),
                Arguments.of("after the client's first word", (Ending) socket -> hear(socket)),
                Arguments.of("in the middle of that word", (Ending) socket -> {
                    socket.getInputStream().read();
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                }),
                Arguments.of("hard", (Ending) socket -> {
                    hear(socket);
                    socket.setSoLinger(true, 0);
                }),
                Arguments.of("in the middle of the server's word", (Ending) socket -> say(socket, 22, 3, 3, 0, 100, 2)),
                Arguments.of("with an alert", (Ending) socket -> say(socket, 21, 3, 3, 0, 2, 2, 40)),
                Arguments.of("with a farewell", (Ending) socket -> say(socket, 21, 3, 3, 0, 2, 1, 0)),
                Arguments.of("with a warning", (Ending) socket -> say(socket, 21, 3, 3, 0, 2, 1, 112)),
                Arguments.of("in clear text", (Ending) socket -> say(
                        socket,
                        "HTTP/1.1 400 No\r\n\r\nplain text, please".chars().toArray())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void closePositions_whenTheHandshakeEndsEarly_isNotSentAndSaysSo(String name, Ending ending) throws IOException {
        for (Style style : Style.values()) {
            try (RawServer server = new RawServer(ending)) {
                assertNotSent(style, settings(server.port()));
            }
            try (RawServer proxy = new RawServer(socket -> {
                ReceivedRequest.read(new BufferedInputStream(socket.getInputStream()));
                socket.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                ending.end(socket);
            })) {
                assertNotSent(
                        style,
                        Caller.settings(URI.create("https://api.invalid"))
                                .sslContext(trusting)
                                .proxy(ProxySelector.of(
                                        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()))));
            }
        }
    }

    private static void assertNotSent(Style style, ClearStreetBuilder settings) {
        try (Caller caller = new Caller(settings)) {
            assertThat(caller.ask(style, Form.NOTHING_CHOSEN, Duration.ofSeconds(20)))
                    .isEqualTo("NOT_SENT TLS_FAILED");
        }
    }

    /** Then the first handshake was finished, and the request arrived: the words of the JDK are the same. */
    @Test
    void closePositions_whenASecondHandshakeEndsEarly_isUnknown() throws IOException {
        try (RawServer server = new RawServer(HandshakeTest::breakTheSecond)) {
            ClearStreetException failure = failure(settings(server.port()));

            assertThat(failure.outcome()).hasToString("UNKNOWN");
            assertThat(failure).hasMessageContaining("the TLS handshake with the server failed");
            assertThat(failure.sentAt()).isPresent();
        }
    }

    @Test
    void closePositions_whenTheHandshakeEndsEarly_hasNoTimeOfSending() throws IOException {
        try (RawServer server = new RawServer(HandshakeTest::hear)) {
            assertThat(failure(settings(server.port())).sentAt()).isEmpty();
        }
    }

    private static ClearStreetException failure(ClearStreetBuilder settings) {
        try (var client = settings.build()) {
            client.positions().closePositions(Caller.ACCOUNT);
            throw new AssertionError("It was accepted");
        } catch (ClearStreetException e) {
            return e;
        }
    }

    private static ClearStreetBuilder settings(int port) {
        return Caller.settings(URI.create("https://127.0.0.1:" + port)).sslContext(trusting);
    }

    /** As servers do that want a client's certificate for some addresses only. The path breaks as the client agrees. */
    private static void breakTheSecond(Socket client) throws IOException {
        try (ServerSocket listener =
                        serving.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket server = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
            begin(() -> {
                try (SSLSocket spoken = (SSLSocket) listener.accept()) {
                    spoken.setEnabledProtocols(new String[] {"TLSv1.2"});
                    ReceivedRequest.read(new BufferedInputStream(spoken.getInputStream()));
                    spoken.startHandshake();
                }
            });
            begin(() -> server.getInputStream().transferTo(client.getOutputStream()));
            passUntilAHandshakeFollowsData(client, server);
        }
    }

    private static void passUntilAHandshakeFollowsData(Socket client, Socket server) throws IOException {
        boolean hadData = false;
        byte[] head = client.getInputStream().readNBytes(5);
        while (head.length == 5 && !(hadData && head[0] == HANDSHAKE)) {
            hadData |= head[0] == DATA;
            byte[] rest = client.getInputStream().readNBytes((head[3] & 0xFF) << 8 | head[4] & 0xFF);
            server.getOutputStream().write(head);
            server.getOutputStream().write(rest);
            head = client.getInputStream().readNBytes(5);
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void begin(Action action) {
        Thread thread = new Thread(
                () -> {
                    try {
                        action.run();
                    } catch (IOException over) {
                        // One of both is gone.
                    }
                },
                "handshakes");
        thread.setDaemon(true);
        thread.start();
    }

    private static void hear(Socket socket) throws IOException {
        byte[] first = new byte[5];
        socket.getInputStream().readNBytes(first, 0, first.length);
        socket.getInputStream().readNBytes((first[3] & 0xFF) << 8 | first[4] & 0xFF);
    }

    private static void say(Socket socket, int... bytes) throws IOException {
        hear(socket);
        for (int each : bytes) {
            socket.getOutputStream().write(each);
        }
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
    }

    /** Treats each connection alike, and closes it. */
    private static final class RawServer implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        RawServer(Ending ending) throws IOException {
            begin(() -> serve(ending));
        }

        int port() {
            return listener.getLocalPort();
        }

        private void serve(Ending ending) {
            while (!listener.isClosed()) {
                try (Socket socket = listener.accept()) {
                    ending.end(socket);
                } catch (IOException over) {
                    // One of both is gone.
                }
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
