package io.github.clearstreet.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A server on a raw socket that counts what arrives and then misbehaves as told. Loopback, a free port; everything it does
 * ends with {@link #close()}.
 */
final class FaultServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final URI elsewhere;
    private final @Nullable SSLContext tls;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<ReceivedRequest> complete = new CopyOnWriteArrayList<>();
    private final AtomicInteger partial = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch firstArrival = new CountDownLatch(1);
    private final CountDownLatch firstDisconnect = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    FaultServer(Behaviour behaviour) {
        this(behaviour, URI.create("http://127.0.0.1:9"));
    }

    /** @param elsewhere where a redirect points to */
    FaultServer(Behaviour behaviour, URI elsewhere) {
        this(behaviour, elsewhere, null);
    }

    /** @param tls for a server that speaks TLS */
    FaultServer(Behaviour behaviour, SSLContext tls) {
        this(behaviour, URI.create("http://127.0.0.1:9"), tls);
    }

    private FaultServer(Behaviour behaviour, URI elsewhere, @Nullable SSLContext tls) {
        this.behaviour = behaviour;
        this.elsewhere = elsewhere;
        this.tls = tls;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    URI uri() {
        return URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + listener.getLocalPort());
    }

    /** Requests that arrived whole, in order. */
    List<ReceivedRequest> complete() {
        return complete;
    }

    /** Requests of which only a part arrived. */
    int partial() {
        return partial.get();
    }

    /** Requests, whole or in part. A port can be another's in a moment: a connection alone proves nothing. */
    int requests() {
        return complete.size() + partial.get();
    }

    int connections() {
        return connections.get();
    }

    /** Waits until one request has arrived whole. */
    void awaitArrival() {
        await(firstArrival, "No request arrived.");
    }

    /** Waits until the first connection has been closed by both sides. */
    void awaitDisconnect() {
        await(firstDisconnect, "The client kept the connection open.");
    }

    private static void await(CountDownLatch event, String otherwise) {
        try {
            if (!event.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError(otherwise);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(otherwise, e);
        }
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException closedOrAborted) {
                // The loop ends when the server is closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            Socket spoken = tls == null ? socket : overTls(socket, tls);
            BufferedInputStream in = new BufferedInputStream(spoken.getInputStream());
            Connection connection = new Connection(socket, spoken, elsewhere, closed);
            Optional<ReceivedRequest> request = next(in);
            while (request.isPresent() && !connection.isOver()) {
                complete.add(request.get());
                int arrival = complete.size();
                firstArrival.countDown();
                behaviour.answer(connection, request.get(), arrival);
                request = connection.isOver() ? Optional.empty() : next(in);
            }
        } catch (IOException theClientWentAway) {
            // Nothing is left to be served on this connection.
        } finally {
            open.remove(socket);
            firstDisconnect.countDown();
        }
    }

    private static Socket overTls(Socket socket, SSLContext tls) throws IOException {
        SSLSocket spoken = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        spoken.setUseClientMode(false);
        return spoken;
    }

    private Optional<ReceivedRequest> next(BufferedInputStream in) {
        try {
            return ReceivedRequest.read(in);
        } catch (IOException cutShort) {
            partial.incrementAndGet();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
