package io.github.clearstreet.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of a Pact broker as the profile {@code broker} talks to, on loopback. Keeps what arrives. */
final class BrokerStandIn implements AutoCloseable {
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final boolean deployable;
    private final HttpServer server;

    /** A request as it arrived; {@code target} is path and query. */
    record Received(String method, String target, String authorization, String body) {
        String line() {
            return method + " " + target;
        }
    }

    /** @param deployable what it answers to the question whether a version may be deployed */
    BrokerStandIn(boolean deployable) {
        this.deployable = deployable;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] answer = answer(path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String answer(String path) {
        return switch (path) {
            case "/" -> """
                    {"_links": {"pb:publish-contracts": {"href": "%s/contracts/publish"}}}""".formatted(baseUrl());
            case "/contracts/publish" -> """
                    {"notices": [], "_links": {}}""";
            case "/matrix" -> """
                    {"summary": {"deployable": %s, "reason": "because the stand-in says so"}, "matrix": []}""".formatted(deployable);
            case "/pacticipants/clearstreet-client/versions/abc123" -> """
                    {"_links": {"pb:record-deployment": [
                      {"name": "test", "href": "%1$s/deployed/to/test"},
                      {"name": "production", "href": "%1$s/deployed/to/production"}]}}""".formatted(baseUrl());
            case "/deployed/to/production" -> "{}";
            default -> "";
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
