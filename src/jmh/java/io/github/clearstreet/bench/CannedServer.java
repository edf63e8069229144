package io.github.clearstreet.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Answers with as many orders as the account's number says, in a JVM of its own so that its work is not counted.
 *
 * <p>Prints two ports: the first answers at once; the second holds its answers back until a thousand calls wait, so that
 * these are in flight together.
 */
public final class CannedServer {
    static final int CROWD = 1_000;

    private static final int BACKLOG = 2 * CROWD;
    private static final int WORKERS = 4;

    private final Map<Integer, byte[]> answers = new ConcurrentHashMap<>();
    private final Queue<HttpExchange> crowd = new ArrayDeque<>();

    private CannedServer() {}

    public static void main(String[] arguments) throws IOException {
        CannedServer canned = new CannedServer();
        System.out.println(canned.start(canned::answer) + " " + canned.start(canned::hold));
        // The parent closes this stream when it is done, or when it dies.
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    private int start(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/", handler);
        server.setExecutor(Executors.newFixedThreadPool(WORKERS));
        server.start();
        return server.getAddress().getPort();
    }

    private void hold(HttpExchange exchange) throws IOException {
        Queue<HttpExchange> complete = new ArrayDeque<>();
        synchronized (crowd) {
            crowd.add(exchange);
            if (crowd.size() == CROWD) {
                complete.addAll(crowd);
                crowd.clear();
            }
        }
        for (HttpExchange waiting : complete) {
            answer(waiting);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] answer = answers.computeIfAbsent(orders(exchange), CannedOrders::answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("a contender hung up", e);
        }
    }

    private static int orders(HttpExchange exchange) {
        return Integer.parseInt(exchange.getRequestURI().getPath().split("/")[3]);
    }
}
