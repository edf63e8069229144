package io.github.clearstreet.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request as it arrived, byte for byte. */
record ReceivedRequest(String head, String body) {
    private static final int CRLF_CRLF = 0x0d0a0d0a;
    private static final int MAX_HEAD = 64 * 1024;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+) *$");

    boolean has(String header) {
        return Pattern.compile("(?im)^" + Pattern.quote(header) + ":")
                .matcher(head)
                .find();
    }

    String method() {
        return head.split(" ", 3)[0];
    }

    String path() {
        return head.split(" ", 3)[1];
    }

    /**
     * Reads the next request of a connection.
     *
     * @return empty if the peer closed the connection between two requests
     * @throws EOFException if the peer closed it in the middle of a request
     */
    static Optional<ReceivedRequest> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != CRLF_CRLF) {
            int next = readOrEnd(in);
            if (next < 0 && bytes.size() == 0) {
                return Optional.empty();
            }
            if (next < 0 || bytes.size() == MAX_HEAD) {
                throw new EOFException("The head of the request was cut short.");
            }
            bytes.write(next);
            lastFour = lastFour << 8 | next;
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(head);
        byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        if (length.reset().find() && body.length < Integer.parseInt(length.group(1))) {
            throw new EOFException("The body of the request was cut short.");
        }
        return Optional.of(new ReceivedRequest(head, new String(body, StandardCharsets.UTF_8)));
    }

    private static int readOrEnd(InputStream in) throws IOException {
        try {
            return in.read();
        } catch (SocketException reset) {
            return -1;
        }
    }
}
