package io.github.clearstreet.generator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that keeps what arrives, and responds as it is told. */
final class RecordingServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Arrived> requests = new CopyOnWriteArrayList<>();
    private volatile Response response = new Response(204, "application/json", "");

    private record Response(int status, String mediaType, String body) {}

    /** One request as it arrived. */
    record Arrived(String line, Headers headers, String body) {}

    private RecordingServer(HttpServer server) {
        this.server = server;
    }

    static RecordingServer start() {
        try {
            RecordingServer recording = new RecordingServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            recording.server.createContext("/", recording::handle);
            recording.server.start();
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Arrived(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().toASCIIString(),
                    exchange.getRequestHeaders(),
                    body));
            byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0) {
                exchange.getResponseHeaders().set("Content-Type", response.mediaType());
            }
            exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    /** Forgets what arrived, and responds so from now on. */
    void respond(int status, String mediaType, String body) {
        requests.clear();
        response = new Response(status, mediaType, body);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Arrived> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
