package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults over TLS: with a given SSLContext, which runs on threads of java.net.http, and with that of the JVM, which runs on
 * its selector thread.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsFaultTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private static SSLContext jvmDefault;
    private static SSLContext trusting;
    private static SSLContext serving;

    private enum Trust {
        GIVEN,
        JVM_DEFAULT
    }

    @BeforeAll
    static void makeCertificate(@TempDir Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        TestCertificate certificate = new TestCertificate(directory);
        jvmDefault = SSLContext.getDefault();
        trusting = certificate.client();
        serving = certificate.server();
    }

    @AfterAll
    static void restoreDefault() {
        SSLContext.setDefault(jvmDefault);
    }

    static Stream<Arguments> faults() {
        return Faults.quick()
                .filter(fault -> !fault.id().equals("F7") && !fault.id().equals("F10"))
                .flatMap(fault -> Variants.of(Trust.values())
                        .flatMap(trust ->
                                Arrays.stream(Style.values()).map(style -> Arguments.of(fault, trust, style))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("faults")
    void closePositions_whenTheServerFailsOverTls_arrivesOnce(Fault fault, Trust trust, Style style) {
        try (FaultServer server = server(fault.behaviour().onlyFor(1));
                Caller caller = caller(trust, server.uri())) {
            String told = caller.ask(style, Form.CANCEL_ORDERS, ENOUGH);

            assertThat(told).isEqualTo(fault.expected());
            assertThat(server.complete()).hasSize(1);
            assertThat(caller.ask(style, Form.CANCEL_ORDERS, ENOUGH)).isEqualTo("ACCEPTED");
            assertThat(server.complete()).hasSize(2);
            assertThat(server.partial()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenTheCertificateIsNotTrusted_isNotSent(Style style) {
        SSLContext.setDefault(jvmDefault);
        try (FaultServer server = server(GoodAnswer.INSTANCE);
                Caller caller = new Caller(server.uri())) {
            assertThat(caller.ask(style, Form.NOTHING_CHOSEN, ENOUGH)).isEqualTo("NOT_SENT UNTRUSTED_CERTIFICATE");
            assertThat(server.complete()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenTheCertificateIsForAnotherHost_isNotSent(Style style) {
        try (FaultServer server = server(GoodAnswer.INSTANCE);
                Caller caller = caller(
                        Trust.GIVEN,
                        URI.create("https://localhost:" + server.uri().getPort()))) {
            assertThat(caller.ask(style, Form.NOTHING_CHOSEN, ENOUGH)).isEqualTo("NOT_SENT UNTRUSTED_CERTIFICATE");
            assertThat(server.complete()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenTheServerDoesNotSpeakTls_isNotSent(Style style) {
        try (FaultServer server = new FaultServer((c, r, n) -> c.close());
                Caller caller = caller(
                        Trust.GIVEN,
                        URI.create("https://127.0.0.1:" + server.uri().getPort()))) {
            assertThat(caller.ask(style, Form.NOTHING_CHOSEN, Duration.ofMillis(400)))
                    .isEqualTo("NOT_SENT DEADLINE");
            assertThat(server.complete()).isEmpty();
        }
    }

    @Test
    void closePositions_whenTheSchemeIsInCapitals_isAccepted() {
        try (FaultServer server = server(GoodAnswer.INSTANCE);
                Caller caller = caller(
                        Trust.GIVEN,
                        URI.create("HTTPS://127.0.0.1:" + server.uri().getPort()))) {
            assertThat(caller.ask(Style.BLOCKING, Form.NOTHING_CHOSEN, ENOUGH)).isEqualTo("ACCEPTED");
            assertThat(server.complete()).hasSize(1);
        }
    }

    /** The server's first word is in clear text, as of a load balancer without a certificate. */
    @ParameterizedTest
    @EnumSource(Style.class)
    void closePositions_whenTheHandshakeFails_isNotSentAndSaysSo(Style style) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Caller caller = caller(Trust.GIVEN, URI.create("https://127.0.0.1:" + listener.getLocalPort()))) {
            Thread inClearText = new Thread(() -> {
                try (Socket socket = listener.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 No\r\n\r\nplain text, please".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readAllBytes();
                } catch (IOException over) {
                    // The client is gone.
                }
            });
            inClearText.setDaemon(true);
            inClearText.start();

            assertThat(caller.ask(style, Form.NOTHING_CHOSEN, ENOUGH)).isEqualTo("NOT_SENT TLS_FAILED");
        }
    }

    private static FaultServer server(Behaviour behaviour) {
        return new FaultServer(behaviour, serving);
    }

    private static Caller caller(Trust trust, URI uri) {
        if (trust == Trust.GIVEN) {
            return new Caller(Caller.settings(uri).sslContext(trusting));
        }
        SSLContext.setDefault(trusting);
        return new Caller(uri);
    }
}
