package io.github.clearstreet.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A response, and how much of it is sent. */
record WireResponse(SandboxResponse response, Delivery delivery) {
    /** How much of a response is sent. */
    enum Delivery {
        WHOLE,
        /** All headers, half of the body, then the connection ends. */
        TRUNCATED,
        /** The connection ends without a byte. */
        NOTHING
    }

    /** Sends it in one piece. Returns false if the connection has to end. */
    boolean write(OutputStream out, String method, boolean last) throws IOException {
        if (delivery == Delivery.NOTHING) {
            return false;
        }
        byte[] body = mayHaveBody(method) ? response.body().getBytes(StandardCharsets.UTF_8) : new byte[0];
        boolean ends = last || delivery == Delivery.TRUNCATED;
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append("\r\n");
        response.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (response.status() != 204 && response.status() != 304) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append(last ? "Connection: close\r\n\r\n" : "\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(body, 0, delivery == Delivery.TRUNCATED ? body.length / 2 : body.length);
        bytes.writeTo(out);
        out.flush();
        return !ends;
    }

    private boolean mayHaveBody(String method) {
        return !method.equals("HEAD") && response.status() != 204 && response.status() != 304;
    }
}
