package io.github.clearstreet.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The server's end of one connection. Every method ends when the client or the server closes it. */
final class Connection {
    private static final int BLOCK = 64 * 1024;

    private final Socket socket;
    private final Socket spoken;
    private final OutputStream out;
    private final URI elsewhere;
    private final CountDownLatch serverClosed;
    private boolean over;

    Connection(Socket socket, Socket spoken, URI elsewhere, CountDownLatch serverClosed) throws IOException {
        this.socket = socket;
        this.spoken = spoken;
        this.out = spoken.getOutputStream();
        this.elsewhere = elsewhere;
        this.serverClosed = serverClosed;
    }

    boolean isOver() {
        return over;
    }

    /** Another server that a redirect can point to. */
    URI elsewhere() {
        return elsewhere;
    }

    /** Sends the text, one byte for each character. */
    Connection send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    /** Sends a whole answer with a Content-Length. */
    Connection sendAnswer(int status, String headers, String body) throws IOException {
        return send(
                "HTTP/1.1 " + status + " Text\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Sends that many bytes of filler. */
    Connection fill(long length) throws IOException {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) ' ');
        for (long left = length; left > 0; left -= BLOCK) {
            out.write(block, 0, (int) Math.min(BLOCK, left));
        }
        return this;
    }

    /** Sends the text that many times. */
    Connection repeat(int times, String text) throws IOException {
        for (int i = 0; i < times; i++) {
            send(text);
        }
        return this;
    }

    /** Sends that many bytes of filler in chunks of HTTP, and the end of the chunks. */
    Connection fillChunks(long length) throws IOException {
        for (long left = length; left > 0; left -= BLOCK) {
            send(Integer.toHexString(BLOCK) + "\r\n").fill(BLOCK).send("\r\n");
        }
        return send("0\r\n\r\n");
    }

    /** Sends the text again and again, a few milliseconds apart, as long as both sides are there. */
    void trickle(String text) throws IOException {
        try {
            while (!serverClosed.await(5, TimeUnit.MILLISECONDS)) {
                send(text);
            }
        } catch (InterruptedException serverStops) {
            over = true;
        }
    }

    /** Sends the text again and again without a pause, as long as both sides are there. */
    void flood(String text) throws IOException {
        while (serverClosed.getCount() > 0) {
            send(text);
        }
    }

    /** Says nothing more and keeps the connection open. The server goes on counting what arrives on it. */
    void stall() {}

    /** Ends the connection in order (FIN; over TLS with its own farewell first). */
    void close() throws IOException {
        over = true;
        spoken.close();
    }

    /** Ends our side (FIN). The server goes on reading until the client has closed its own. */
    void closeOurSide() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection hard (RST). */
    void reset() throws IOException {
        over = true;
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
