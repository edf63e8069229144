package io.github.clearstreet.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP server: loopback only, a free port, daemon threads. */
final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    LoopbackServer(HttpHandler handler) {
        sendSmallPacketsAtOnce();
        AtomicInteger number = new AtomicInteger();
        // A thread for each call under way, however many are held: a full pool would let held calls block the others.
        threads =
                Executors.newCachedThreadPool(work -> daemon(work, "clearstreet-sandbox-" + number.incrementAndGet()));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not open a port on loopback", e);
        }
        server.setExecutor(threads);
        server.createContext("/", handler);
        startAsDaemon(server);
    }

    /**
     * Before JDK 20 the server writes headers and body apart, and without TCP_NODELAY every call on a kept connection
     * takes 40 ms. This property is the only way to it, and works only if no server has started in this JVM before.
     */
    private static void sendSmallPacketsAtOnce() {
        String property = "sun.net.httpserver.nodelay";
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }

    /** The server's own thread is a daemon only if the thread that starts it is. */
    private static void startAsDaemon(HttpServer server) {
        Thread starter = daemon(server::start, "clearstreet-sandbox-start");
        starter.start();
        boolean interrupted = false;
        while (true) {
            try {
                starter.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    URI baseUrl() {
        InetSocketAddress address = server.getAddress();
        try {
            return new URI("http", null, address.getAddress().getHostAddress(), address.getPort(), null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends everything at once, held calls too. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
