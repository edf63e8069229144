package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Changes at the very moment at which a server closes idle connections. {@code -Didle.calls=200} makes as many, on as many
 * clients at the same time; ordinarily a few are made.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IdleConnectionTest {
    private static final int CALLS = Integer.getInteger("idle.calls", 8);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final int FIRST_MILLIS = 980;
    private static final int MILLIS = 41;

    @Test
    void closePositions_asTheServerClosesIdleConnections_isAcceptedAndArrivesOnce() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(Math.min(CALLS, 20));
        try (ClosingServer server = new ClosingServer()) {
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                long pause = TimeUnit.MILLISECONDS.toNanos(FIRST_MILLIS + i % MILLIS);
                calls.add(desks.submit(() -> callTwice(server, pause)));
            }
            List<String> told = new ArrayList<>();
            for (Future<String> call : calls) {
                told.add(call.get());
            }

            assertThat(told).hasSize(CALLS).containsOnly("ACCEPTED");
            assertThat(server.arrivals).hasValue(2 * CALLS);
        } finally {
            desks.shutdownNow();
        }
    }

    private static String callTwice(ClosingServer server, long pause) {
        try (Caller caller = new Caller(server.uri())) {
            String first = caller.ask(Style.BLOCKING, Form.CANCEL_ORDERS, Duration.ofSeconds(30));
            long end = System.nanoTime() + pause;
            for (long left = pause; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            String second = caller.ask(Style.BLOCKING, Form.CANCEL_ORDERS, Duration.ofSeconds(30));
            return first.equals(second) ? second : first + ", then " + second;
        }
    }

    /** Answers well, and closes each connection that says nothing for a second. */
    private static final class ClosingServer implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final AtomicInteger arrivals = new AtomicInteger();

        ClosingServer() throws IOException {
            threads.execute(this::accept);
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + listener.getLocalPort());
        }

        private void accept() {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    threads.execute(() -> serve(socket));
                } catch (IOException closed) {
                    // The loop ends.
                }
            }
        }

        private void serve(Socket socket) {
            String body = "{\"data\":[],\"error\":null,\"metadata\":{\"request_id\":\"r\"}}";
            String response = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;
            try (socket) {
                socket.setSoTimeout((int) IDLE.toMillis());
                BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
                for (Optional<ReceivedRequest> request = ReceivedRequest.read(in);
                        request.isPresent();
                        request = ReceivedRequest.read(in)) {
                    arrivals.incrementAndGet();
                    socket.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException idleForLong) {
                // Closed, with whatever may be on its way.
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
            threads.shutdownNow();
        }
    }

    /** A translator of addresses that has forgotten the connection: nothing comes back on it, not even an end. */
    @Test
    void closePositions_afterThePathHasForgottenTheConnection_usesAnother() {
        // The second request on a connection gets no answer.
        Set<Connection> used = ConcurrentHashMap.newKeySet();
        try (FaultServer server = new FaultServer((c, r, n) -> {
                    if (used.add(c)) {
                        GoodAnswer.INSTANCE.answer(c, r, n);
                    } else {
                        c.stall();
                    }
                });
                ClearStreet client = Caller.settings(server.uri()).build()) {
            client.positions().closePositions(19816);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400));

            client.positions().closePositions(19816);

            assertThat(server.complete()).hasSize(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }
}
