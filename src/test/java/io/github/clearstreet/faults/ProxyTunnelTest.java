package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.NotSentException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Through a proxy that wants Basic credentials, to a server behind TLS. {@code -Dtunnel.proxy=8888} takes a real proxy on that
 * port of this machine, which knows the same user.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProxyTunnelTest {
    private static final String USER = "desk";
    private static final String PASSWORD = "s3cret-of-the-proxy";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.US_ASCII));
    private static final Integer REAL_PROXY = Integer.getInteger("tunnel.proxy");

    /** In a JVM of its own: java.net.http decides once in each whether proxies get Basic credentials. */
    @ParameterizedTest
    @ValueSource(strings = {"the right password", "another password"})
    void closePositions_throughAProxyThatWantsBasic_givesEachItsOwnSecretOnly(String password, @TempDir Path directory)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        REAL_PROXY == null ? "-Dno.proxy" : "-Dtunnel.proxy=" + REAL_PROXY,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProxyTunnelTest.class.getName(),
                        directory.toString(),
                        password)
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(said).isZero();
    }

    /** Run by the test. */
    public static void main(String[] arguments) throws Exception {
        TestCertificate certificate = new TestCertificate(Path.of(arguments[0]));
        if (arguments[1].equals("the right password")) {
            throughTheProxy(certificate);
        } else {
            refusedByTheProxy(certificate);
        }
        System.exit(0);
    }

    private static void throughTheProxy(TestCertificate certificate) throws IOException, GeneralSecurityException {
        Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = all.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        all.addAppender(log);
        all.setLevel(Level.TRACE);
        try (FaultServer server = new FaultServer(GoodAnswer.INSTANCE, certificate.server());
                Proxy proxy = new Proxy();
                ClearStreet client = client(server, proxy, certificate.client(), PASSWORD)) {
            client.positions().closePositions(19816);

            assertThat(server.complete()).hasSize(1);
            assertThat(server.complete().get(0).head())
                    .contains("Authorization: Bearer test-key")
                    .doesNotContain("Proxy-", BASIC, PASSWORD);
            if (REAL_PROXY == null) {
                assertThat(proxy.heads).hasSize(1);
                assertThat(proxy.heads.get(0))
                        .startsWith("CONNECT 127.0.0.1:")
                        .contains("Proxy-Authorization: " + BASIC)
                        .doesNotContain("test-key", "\r\nAuthorization");
            }
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(text -> text.contains(PASSWORD) || text.contains(BASIC) || text.contains("test-key"));
        } finally {
            all.setLevel(before);
            all.detachAppender(log);
        }
    }

    private static void refusedByTheProxy(TestCertificate certificate) throws IOException, GeneralSecurityException {
        try (FaultServer server = new FaultServer(GoodAnswer.INSTANCE, certificate.server());
                Proxy proxy = new Proxy();
                ClearStreet client = client(server, proxy, certificate.client(), "another-password")) {
            assertThatThrownBy(() -> client.positions().closePositions(19816))
                    .isInstanceOfSatisfying(
                            NotSentException.class, e -> assertThat(e.status()).isPresent())
                    .hasMessageContaining("the proxy did not connect to the server")
                    .hasMessageNotContaining("another-password");
            assertThat(server.requests()).isZero();
        }
    }

    private static ClearStreet client(FaultServer server, Proxy proxy, SSLContext trusting, String password) {
        int port = REAL_PROXY == null ? proxy.listener.getLocalPort() : REAL_PROXY;
        return Caller.settings(server.uri())
                .sslContext(trusting)
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                .proxyCredentials(USER, password)
                .build();
    }

    /** Opens tunnels for those who know the password. */
    private static final class Proxy implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final List<String> heads = new CopyOnWriteArrayList<>();

        Proxy() throws IOException {
            threads.execute(this::accept);
        }

        private void accept() {
            while (!listener.isClosed()) {
                try {
                    Socket client = listener.accept();
                    threads.execute(() -> serve(client));
                } catch (IOException closed) {
                    // The loop ends.
                }
            }
        }

        private void serve(Socket client) {
            try (client) {
                BufferedInputStream in = new BufferedInputStream(client.getInputStream());
                ReceivedRequest request = ReceivedRequest.read(in).orElseThrow();
                heads.add(request.head());
                OutputStream out = client.getOutputStream();
                if (!request.head().contains("Proxy-Authorization: " + BASIC + "\r\n")) {
                    out.write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"desk\"\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
                    return;
                }
                int port =
                        Integer.parseInt(request.path().substring(request.path().lastIndexOf(':') + 1));
                try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    InputStream back = server.getInputStream();
                    threads.execute(() -> copy(back, out));
                    in.transferTo(server.getOutputStream());
                }
            } catch (IOException over) {
                // One of both is gone.
            }
        }

        private static void copy(InputStream from, OutputStream to) {
            try {
                from.transferTo(to);
            } catch (IOException over) {
                // One of both is gone.
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
            threads.shutdownNow();
        }
    }
}
