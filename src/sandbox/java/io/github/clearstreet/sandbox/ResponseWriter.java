package io.github.clearstreet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends an answer, or as much of it as a fault leaves. The caller closes the exchange. */
final class ResponseWriter {
    private static final int NO_BODY = -1;

    private ResponseWriter() {}

    static void write(HttpExchange exchange, SandboxResponse answer, Delivery delivery) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (delivery == Delivery.NOTHING) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (body.length == 0 || !mayHaveBody(exchange, answer)) {
            exchange.sendResponseHeaders(answer.status(), NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, delivery == Delivery.TRUNCATED ? body.length / 2 : body.length);
        out.flush();
    }

    private static boolean mayHaveBody(HttpExchange exchange, SandboxResponse answer) {
        return !exchange.getRequestMethod().equals("HEAD") && answer.status() != 204 && answer.status() != 304;
    }
}
