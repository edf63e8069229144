package io.github.clearstreet.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A proxy on the way to a server that sends every request twice and gives the second response back, as nginx does after a
 * connection that broke: nobody who calls can see it.
 */
final class ResendingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final URI server;

    private ResendingProxy(ServerSocket listener, URI server) {
        this.listener = listener;
        this.server = server;
    }

    static ResendingProxy to(URI server) throws IOException {
        ResendingProxy proxy = new ResendingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread accepting = new Thread(proxy::accept, "resending-proxy");
        accepting.setDaemon(true);
        accepting.start();
        return proxy;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread serving = new Thread(() -> serve(client), "resending-proxy-call");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] request = message(client.getInputStream(), false);
            send(request);
            client.getOutputStream().write(send(request));
            client.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a connection of its own, up to the last byte of the response. */
    private byte[] send(byte[] request) throws IOException {
        try (Socket connection = new Socket(server.getHost(), server.getPort())) {
            connection.getOutputStream().write(request);
            connection.getOutputStream().flush();
            return message(connection.getInputStream(), true);
        }
    }

    /** One request or response with a Content-Length. A response says that the connection ends, so that none is used twice. */
    private static byte[] message(InputStream in, boolean response) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended within the headers");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(
                        line.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        String kept = text.lines()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("connection:") && !line.isEmpty())
                .reduce("", (before, line) -> before + line + "\r\n");
        whole.writeBytes(
                (kept + (response ? "Connection: close\r\n" : "") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(in.readNBytes(length));
        return whole.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
