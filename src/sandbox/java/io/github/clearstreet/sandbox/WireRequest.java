package io.github.clearstreet.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over HTTP/1.0 or 1.1.
 *
 * @param body at most one byte more than what is allowed; the rest was read and dropped
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares requests, and nobody else sees the bytes.
record WireRequest(String method, URI target, boolean http10, Map<String, List<String>> headers, byte[] body) {
    static final int MAX_BODY_BYTES = 1024 * 1024;
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_HEADERS = 200;

    /** The request cannot be read; the connection ends. */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** Reads the next request; nothing if the client has closed the connection. */
    static Optional<WireRequest> read(InputStream in, Runnable sendContinue) throws IOException {
        String first = line(in);
        if (first == null) {
            return Optional.empty();
        }
        String[] parts = first.split(" ", -1);
        if (parts.length != 3 || !parts[2].matches("HTTP/1\\.[01]") || !parts[0].matches("[A-Z]{1,20}")) {
            throw new UnreadableException("The first line is not that of a request.");
        }
        Map<String, List<String>> headers = headers(in);
        if (headers.containsKey("Expect")) {
            sendContinue.run();
        }
        return Optional.of(
                new WireRequest(parts[0], target(parts[1]), parts[2].endsWith("0"), headers, body(in, headers)));
    }

    boolean isBelow(String prefix) {
        String path = target.getPath();
        return path != null && path.startsWith(prefix);
    }

    List<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** True if the connection ends after the response. */
    boolean isLast() {
        String connection = String.join(",", values("Connection")).toLowerCase(Locale.ROOT);
        return connection.contains("close") || http10 && !connection.contains("keep-alive");
    }

    private static URI target(String text) throws IOException {
        try {
            // An address such as //host would otherwise be taken for one of another server.
            return text.startsWith("//") ? new URI(null, null, text, null) : new URI(text);
        } catch (URISyntaxException e) {
            throw new UnreadableException("The address is not a URI.");
        }
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int count = 0;
        for (String line = line(in); line == null || !line.isEmpty(); line = line(in)) {
            int colon = line == null ? -1 : line.indexOf(':');
            if (line == null
                    || colon < 1
                    || !line.substring(0, colon).matches("[!-~&&[^:]]+")
                    || ++count > MAX_HEADERS) {
                throw new UnreadableException("A header is not one, or there are too many.");
            }
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        List<String> coding = headers.getOrDefault("Transfer-Encoding", List.of());
        List<String> lengths = headers.getOrDefault("Content-Length", List.of());
        if (!coding.isEmpty()) {
            if (!lengths.isEmpty() || coding.size() > 1 || !coding.get(0).equalsIgnoreCase("chunked")) {
                throw new UnreadableException("The body is framed in a way that is not understood.");
            }
            return chunks(in);
        }
        if (lengths.isEmpty()) {
            return new byte[0];
        }
        if (lengths.size() > 1 || !lengths.get(0).matches("[0-9]{1,15}")) {
            throw new UnreadableException("The Content-Length is not a number.");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        copy(in, Long.parseLong(lengths.get(0)), body);
        return body.toByteArray();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = String.valueOf(line(in));
            String size = line.split(";", -1)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,12}")) {
                throw new UnreadableException("A chunk has no size.");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                headers(in);
                return body.toByteArray();
            }
            copy(in, length, body);
            if (!"".equals(line(in))) {
                throw new UnreadableException("A chunk is longer than it says.");
            }
        }
    }

    private static void copy(InputStream in, long length, ByteArrayOutputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        for (long left = length; left > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("The connection ended in the middle of a body");
            }
            left -= count;
            body.write(buffer, 0, Math.max(0, Math.min(count, MAX_BODY_BYTES + 1 - body.size())));
        }
    }

    /** Without its end; null if nothing came any more. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
            if (line.size() > MAX_LINE) {
                throw new UnreadableException("A line is too long.");
            }
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
