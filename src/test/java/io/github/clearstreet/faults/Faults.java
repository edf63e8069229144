package io.github.clearstreet.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The table of faults. The numbers are those of the list that was measured over all common HTTP stacks. */
final class Faults {
    private static final String ERROR_JSON =
            "{\"error\":{\"code\":1,\"message\":\"no\",\"details\":[]},\"metadata\":{\"request_id\":\"r-2\"}}";
    private static final int MB = 1024 * 1024;

    private Faults() {}

    static Stream<Fault> all() {
        return Stream.concat(quick(), slow());
    }

    /** Those that end by themselves. */
    static Stream<Fault> quick() {
        return Stream.of(broken(), statuses(), redirects(), large(), unreadable())
                .flatMap(List::stream);
    }

    private static List<Fault> broken() {
        Fault fin = new Fault("F1", "reads all, then closes", "UNKNOWN DROPPED", (c, r, n) -> c.close());
        Fault rst = new Fault("F4", "reads all, then resets", "UNKNOWN DROPPED", (c, r, n) -> c.reset());
        return List.of(
                fin,
                new Fault("F2", fin.name(), fin.expected(), fin.behaviour()).onReusedConnection(),
                rst,
                rst.onReusedConnection(),
                new Fault(
                        "F5",
                        "body shorter than its length",
                        "UNKNOWN TRUNCATED",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":[")
                                .close()),
                new Fault(
                        "F5",
                        "chunked body cut",
                        "UNKNOWN TRUNCATED",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"data\":[")
                                .close()),
                new Fault(
                        "F5",
                        "chunked body cut between chunks",
                        "UNKNOWN TRUNCATED",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"data\":[\r\n")
                                .close()),
                new Fault(
                        "F5",
                        "body without a length cut",
                        "UNKNOWN UNREADABLE",
                        (c, r, n) ->
                                c.send("HTTP/1.1 200 OK\r\n\r\n{\"data\":[").close()),
                new Fault(
                        "F5",
                        "headers cut",
                        "UNKNOWN DROPPED",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nContent-Ty").close()),
                new Fault(
                        "F5",
                        "status line cut",
                        "UNKNOWN DROPPED",
                        (c, r, n) -> c.send("HTTP/1.1 20").close()),
                new Fault(
                        "F5",
                        "body of a 400 cut",
                        "REJECTED 400",
                        (c, r, n) -> c.send("HTTP/1.1 400 Bad\r\nContent-Length: 500\r\n\r\n{\"error\":")
                                .close()),
                new Fault("F15", "rejects Upgrade and Expect", "ACCEPTED", (c, r, n) -> {
                    if (r.has("Upgrade") || r.has("Expect") || r.has("HTTP2-Settings")) {
                        c.sendAnswer(417, "", "").close();
                    } else {
                        GoodAnswer.INSTANCE.answer(c, r, n);
                    }
                }));
    }

    private static List<Fault> statuses() {
        return Stream.of(500, 502, 503, 504, 408, 409, 429, 421, 425, 401, 400, 403, 404, 422, 407)
                .flatMap(status -> Stream.of(
                                "1", "0", "Wed, 21 Oct 2099 07:28:00 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", "nonsense")
                        .map(retryAfter -> status(status, retryAfter)))
                .toList();
    }

    private static Fault status(int status, String retryAfter) {
        boolean rejected = status >= 400 && status < 500 && status != 408;
        return new Fault(
                "F7",
                status + ", Retry-After: " + retryAfter,
                (rejected ? "REJECTED " : "UNKNOWN ") + status,
                (c, r, n) -> c.sendAnswer(status, "Retry-After: " + retryAfter + "\r\n", ERROR_JSON));
    }

    private static List<Fault> redirects() {
        return Stream.of(301, 302, 303, 307, 308)
                .flatMap(status -> Stream.of(
                        redirect(status, "other port", (c, r) -> c.elsewhere().toString()),
                        redirect(
                                status,
                                "other host",
                                (c, r) -> "http://localhost:" + c.elsewhere().getPort()),
                        redirect(status, "itself", (c, r) -> r.path())))
                .toList();
    }

    private interface Location {
        String of(Connection connection, ReceivedRequest request);
    }

    private static Fault redirect(int status, String where, Location location) {
        return new Fault(
                "F10",
                status + " to " + where,
                "UNKNOWN " + status,
                (c, r, n) -> c.sendAnswer(status, "Location: " + location.of(c, r) + "\r\n", ""));
    }

    private static List<Fault> large() {
        return List.of(
                new Fault(
                        "F11",
                        "100 MB with a length",
                        "UNKNOWN TOO_LARGE",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nContent-Length: " + 100 * MB + "\r\n\r\n")
                                .fill(100 * MB)),
                new Fault(
                        "F11",
                        "100 MB in chunks",
                        "UNKNOWN TOO_LARGE",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                                .fillChunks(100 * MB)),
                new Fault(
                        "F11",
                        "100 MB without a length",
                        "UNKNOWN TOO_LARGE",
                        (c, r, n) ->
                                c.send("HTTP/1.1 200 OK\r\n\r\n").fill(100 * MB).close()),
                new Fault(
                        "F11",
                        "100 MB with a 500",
                        "UNKNOWN 500",
                        (c, r, n) -> c.send("HTTP/1.1 500 Bad\r\nContent-Length: " + 100 * MB + "\r\n\r\n")
                                .fill(100 * MB)),
                new Fault(
                        "F11",
                        "100 MB with a 400",
                        "REJECTED 400",
                        (c, r, n) -> c.send("HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n")
                                .fillChunks(100 * MB)),
                new Fault(
                        "F11",
                        "gzip bomb",
                        "UNKNOWN ENCODED",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                                        + BOMB.length() + "\r\n\r\n")
                                .send(BOMB)),
                new Fault(
                        "F11",
                        "60 MB in one header",
                        "UNKNOWN NOT_HTTP",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nX-Large: ")
                                .fill(60 * MB)
                                .send("\r\n\r\n")),
                new Fault("F11", "60 MB of headers", "UNKNOWN NOT_HTTP", (c, r, n) -> {
                    c.send("HTTP/1.1 200 OK\r\n");
                    String line = "X-Many: " + "x".repeat(1000) + "\r\n";
                    for (int i = 0; i < 60_000; i++) {
                        c.send(line);
                    }
                    c.send("\r\n");
                }));
    }

    private static List<Fault> unreadable() {
        return List.of(
                new Fault(
                        "F12", "broken JSON", "UNKNOWN UNREADABLE", (c, r, n) -> c.sendAnswer(200, "", "{\"data\":[}")),
                new Fault(
                        "F12",
                        "HTML on 200",
                        "UNKNOWN UNREADABLE",
                        (c, r, n) -> c.sendAnswer(200, "Content-Type: text/html\r\n", "<html>Welcome</html>")),
                new Fault(
                        "F12",
                        "HTML on 502",
                        "UNKNOWN 502",
                        (c, r, n) -> c.sendAnswer(502, "Content-Type: text/html\r\n", "<html>Bad gateway</html>")),
                new Fault("F12", "empty 200", "UNKNOWN EMPTY", (c, r, n) -> c.sendAnswer(200, "", "")),
                new Fault("F12", "204", "UNKNOWN EMPTY", (c, r, n) -> c.send("HTTP/1.1 204 No Content\r\n\r\n")),
                new Fault(
                        "F12",
                        "not HTTP, then closes",
                        "UNKNOWN NOT_HTTP",
                        (c, r, n) -> c.send("220 mail.example.com ESMTP ready\r\n\r\n")
                                .close()),
                new Fault(
                        "F12",
                        "binary, then closes",
                        "UNKNOWN NOT_HTTP",
                        (c, r, n) -> c.send("\25\3\1\0\2\2P\r\n\r\n").close()));
    }

    /** Those that only the deadline ends, or could end. */
    static Stream<Fault> slow() {
        return Stream.of(
                slow("F6", "stalls before the headers", "UNKNOWN DEADLINE", (c, r, n) -> c.stall()),
                slow(
                        "F6",
                        "stalls in the headers",
                        "UNKNOWN DEADLINE",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nX-A: b")),
                slow(
                        "F6",
                        "stalls in the body",
                        "UNKNOWN DEADLINE",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":[")),
                slow(
                        "F6",
                        "stalls in a chunk",
                        "UNKNOWN DEADLINE",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"data\":[")),
                slow(
                        "F6",
                        "stalls in the body of a 400",
                        "REJECTED 400",
                        (c, r, n) -> c.send("HTTP/1.1 400 Bad\r\nContent-Length: 500\r\n\r\n{\"error\":")),
                slow(
                        "F14",
                        "trickled body",
                        "UNKNOWN DEADLINE",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                                .trickle("1\r\n \r\n")),
                slow(
                        "F14",
                        "trickled headers",
                        "UNKNOWN DEADLINE",
                        (c, r, n) -> c.send("HTTP/1.1 200 OK\r\nX-Slow: ").trickle("x")),
                slow(
                        "F14",
                        "endless 103, slow",
                        "UNKNOWN NOT_HTTP",
                        (c, r, n) -> c.trickle("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")),
                slow(
                        "F14",
                        "endless 103, fast",
                        "UNKNOWN NOT_HTTP",
                        (c, r, n) -> c.flood("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")));
    }

    private static Fault slow(String id, String name, String expected, Behaviour behaviour) {
        return new Fault(id, name, expected, behaviour).untilDeadline();
    }

    /** 100 MB of spaces, compressed; as text of one character per byte. */
    private static final String BOMB = bomb();

    private static String bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] block = new byte[MB];
            for (int i = 0; i < 100; i++) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
