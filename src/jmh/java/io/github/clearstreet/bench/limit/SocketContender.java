package io.github.clearstreet.bench.limit;

import io.github.clearstreet.bench.Contender;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * The floor: one kept-alive socket for each thread, a request written as it is, an answer read by its Content-Length. No
 * deadline, no connect timeout, no TLS, no chunks, nothing checked: what no client with these duties can reach.
 */
public final class SocketContender implements Contender<LimitAnswer> {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final LimitContender reader;
    private final URI server;
    private final ThreadLocal<Connection> connections = ThreadLocal.withInitial(this::connect);

    public SocketContender(String baseUrl) {
        this.reader = new LimitContender(baseUrl);
        this.server = URI.create(baseUrl);
    }

    @Override
    public LimitAnswer decode(byte[] json) {
        return reader.decode(json);
    }

    @Override
    public long checksum(LimitAnswer answer) {
        return reader.checksum(answer);
    }

    @Override
    public LimitAnswer call(int orders) {
        try {
            return decode(connections.get().exchange(orders));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not asked for: a thread for each call is no way to have a thousand of them. */
    @Override
    public CompletableFuture<LimitAnswer> callAsync(int orders) {
        throw new UnsupportedOperationException("the floor has no asynchronous form");
    }

    @Override
    public void close() {
        // The sockets end with the JVM, as the threads do.
    }

    private Connection connect() {
        try {
            Socket socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            return new Connection(socket, new BufferedInputStream(socket.getInputStream(), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Connection(Socket socket, InputStream in) {
        byte[] exchange(int account) throws IOException {
            String request = "DELETE /v1/accounts/" + account + "/positions HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nAccept: application/json\r\nUser-Agent: socket\r\n"
                    + "Authorization: Bearer id.secret\r\nContent-Length: 2\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] body = new byte[bodyLength()];
            if (in.readNBytes(body, 0, body.length) < body.length) {
                throw new IOException("the answer is cut short");
            }
            return body;
        }

        /** Reads the head, and returns what its Content-Length says. */
        private int bodyLength() throws IOException {
            int length = 0;
            int at = 0;
            boolean name = true;
            for (int lineLength = 0, b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    if (lineLength == 0) {
                        return length;
                    }
                    lineLength = 0;
                    at = 0;
                    name = true;
                } else if (b != '\r') {
                    lineLength++;
                    if (name && at < LENGTH.length) {
                        name = Character.toLowerCase(b) == LENGTH[at++];
                    } else if (name && at == LENGTH.length && b >= '0' && b <= '9') {
                        length = length * 10 + b - '0';
                    }
                }
            }
            throw new IOException("the response has no body");
        }
    }
}
