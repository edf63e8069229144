package io.github.clearstreet.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP/1.1 server on loopback with a daemon thread for each connection. The JDK's own server keeps what it knows of a
 * connection that was dropped on purpose, and dates every response itself.
 */
final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 500;

    private final ServerSocket listener;
    private final Handler handler;
    private final ExecutorService threads;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** Answers one request. */
    @FunctionalInterface
    interface Handler {
        WireResponse handle(WireRequest request) throws InterruptedException;
    }

    private LoopbackServer(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
        AtomicInteger number = new AtomicInteger();
        // A thread for each connection, however many calls are held: a full pool would let held calls block the others.
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "clearstreet-sandbox-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Listens on this port, or on a free one if it is zero. */
    static LoopbackServer start(int port, Handler handler) {
        try {
            ServerSocket listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
            LoopbackServer server = new LoopbackServer(listener, handler);
            server.threads.execute(server::acceptAll);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not open a port on loopback", e);
        }
    }

    URI baseUrl() {
        return URI.create("http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
    }

    /** How many connections are open. */
    int connections() {
        return connections.size();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                if (listener.isClosed()) {
                    closeQuietly(connection);
                } else {
                    threads.execute(() -> serve(connection));
                }
            } catch (IOException | RejectedExecutionException e) {
                // Closed, or too many descriptors for the moment; the loop's condition tells which.
                Thread.onSpinWait();
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            while (answerNext(in, out)) {}
        } catch (IOException e) {
            // The client has gone, which is its own business.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private boolean answerNext(InputStream in, OutputStream out) throws IOException, InterruptedException {
        try {
            Optional<WireRequest> next = WireRequest.read(in, () -> sendContinue(out));
            if (next.isEmpty()) {
                return false;
            }
            WireRequest request = next.get();
            return handler.handle(request).write(out, request.method(), request.isLast());
        } catch (WireRequest.UnreadableException e) {
            SandboxResponse refusal = SandboxResponse.flatError(400, String.valueOf(e.getMessage()));
            return new WireResponse(refusal, WireResponse.Delivery.WHOLE).write(out, "", true);
        }
    }

    private static void sendContinue(OutputStream out) {
        try {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends everything at once, held calls too. */
    @Override
    public void close() {
        threads.shutdownNow();
        closeQuietly(listener);
        connections.forEach(LoopbackServer::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is closed as far as anybody can tell.
        }
    }
}
