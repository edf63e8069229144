package io.github.clearstreet.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A provider that does one thing wrong: it stands before a good one and changes what goes in and what comes out. */
final class BrokenProvider implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "date", "transfer-encoding");

    private final URI good;
    private final Mutation mutation;
    private final HttpServer server;

    /** A request as the provider understands it; {@code path} is with the query. */
    record Received(String method, String path, String authorization, String body) {
        Received withMethod(String other) {
            return new Received(other, path, authorization, body);
        }

        Received withPath(String other) {
            return new Received(method, other, authorization, body);
        }

        Received withAuthorization(String other) {
            return new Received(method, path, other, body);
        }

        Received withBody(String other) {
            return new Received(method, path, authorization, other);
        }
    }

    BrokenProvider(URI good, Mutation mutation) {
        this.good = good;
        this.mutation = mutation;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SandboxResponse answer =
                    mutation.answer().apply(pass(mutation.request().apply(received(exchange))));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Received received(HttpExchange exchange) throws IOException {
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private SandboxResponse pass(Received request) throws IOException {
        HttpRequest passed = HttpRequest.newBuilder(good.resolve(request.path()))
                .method(request.method(), BodyPublishers.ofString(request.body()))
                .header("Authorization", request.authorization())
                .header("Content-Type", "application/json")
                .build();
        try {
            return answer(HTTP.send(passed, BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static SandboxResponse answer(HttpResponse<String> response) {
        SandboxResponse answer = SandboxResponse.empty(response.statusCode()).withBody(response.body());
        for (Map.Entry<String, List<String>> header : response.headers().map().entrySet()) {
            if (!OF_THE_CONNECTION.contains(header.getKey())) {
                answer = answer.withHeader(header.getKey(), header.getValue().get(0));
            }
        }
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
