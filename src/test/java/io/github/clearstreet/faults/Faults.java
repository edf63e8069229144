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
    private static final int MB = 1024 * 1024;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String BAD = "HTTP/1.1 400 Bad Request\r\n";
    private static final String ERROR = "HTTP/1.1 500 Internal Server Error\r\n";
    private static final String EARLY_HINTS = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    private static final String LENGTH_500 = "Content-Length: 500\r\n\r\n";
    private static final String LENGTH_8_MB = "Content-Length: " + 8 * MB + "\r\n\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";
    private static final String START = "{\"data\":[";
    private static final String ERROR_JSON =
            "{\"error\":{\"code\":1,\"message\":\"no\",\"details\":[]},\"metadata\":{\"request_id\":\"r-2\"}}";

    /** Made when it is first sent: it takes half a second. */
    private static final class Bomb {
        private static final String TEXT = gzip(8 * MB);
    }

    private Faults() {}

    static Stream<Fault> all() {
        return Stream.concat(quick(), slow());
    }

    /** Those that end by themselves. */
    static Stream<Fault> quick() {
        return Stream.of(broken(), cut(), statuses(), redirects(), large(), unreadable(), peculiar())
                .flatMap(List::stream);
    }

    /** Those that only the deadline ends. */
    static Stream<Fault> slow() {
        return Stream.of(
                stalls("stalls before the headers", "UNKNOWN DEADLINE", ""),
                stalls("stalls in the headers", "UNKNOWN DEADLINE", OK + "X-A: b"),
                stalls("stalls in the body", "UNKNOWN DEADLINE", OK + LENGTH_500 + START),
                stalls("stalls in a chunk", "UNKNOWN DEADLINE", OK + CHUNKED + "ff\r\n" + START),
                stalls("stalls in the body of a 400", "UNKNOWN 400", BAD + LENGTH_500 + START),
                trickles("trickled body", OK + CHUNKED, "1\r\n \r\n"),
                trickles("trickled body of known length", OK + "Content-Length: 1000000\r\n\r\n", " "),
                trickles("trickled headers", OK + "X-Slow: ", "x"));
    }

    private static List<Fault> broken() {
        Fault fin = new Fault("F1", "reads all, then closes", "UNKNOWN DROPPED", (c, r, n) -> c.close());
        Fault rst = new Fault("F4", "reads all, then resets", "UNKNOWN DROPPED", (c, r, n) -> c.reset());
        return List.of(fin, fin.onReusedConnection("F2"), rst, rst.onReusedConnection("F4"));
    }

    private static List<Fault> cut() {
        return List.of(
                cut("body shorter than its length", "UNKNOWN TRUNCATED", OK + LENGTH_500 + START),
                cut("chunk cut", "UNKNOWN TRUNCATED", OK + CHUNKED + "ff\r\n" + START),
                cut("cut between chunks", "UNKNOWN TRUNCATED", OK + CHUNKED + "9\r\n" + START + "\r\n"),
                cut("body without a length cut", "UNKNOWN UNREADABLE", OK + "\r\n" + START),
                cut("headers cut", "UNKNOWN DROPPED", OK + "Content-Ty"),
                cut("status line cut", "UNKNOWN DROPPED", "HTTP/1.1 20"),
                cut("body of a 400 cut", "UNKNOWN 400", BAD + LENGTH_500 + START));
    }

    private static List<Fault> statuses() {
        return Stream.of(500, 502, 503, 504, 408, 409, 429, 421, 425, 401, 400, 403, 404, 407, 422)
                .flatMap(status -> Variants.of(Stream.of(
                                "1", "0", "Wed, 21 Oct 2099 07:28:00 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", "nonsense"))
                        .map(retryAfter -> status(status, retryAfter)))
                .toList();
    }

    private static List<Fault> redirects() {
        return Stream.of(300, 301, 302, 303, 307, 308)
                .flatMap(status -> Stream.of(
                        redirect(status, "other port", (c, r) -> c.elsewhere().toString()),
                        redirect(
                                status,
                                "other host",
                                (c, r) -> "http://localhost:" + c.elsewhere().getPort()),
                        redirect(status, "itself", (c, r) -> r.path())))
                .toList();
    }

    private static List<Fault> large() {
        return Stream.of(
                        large(
                                "8 MB with a length",
                                "UNKNOWN TOO_LARGE",
                                (c, r, n) -> c.send(OK + LENGTH_8_MB).fill(8 * MB)),
                        large(
                                "8 MB that are only announced",
                                "UNKNOWN TOO_LARGE",
                                (c, r, n) -> c.send(OK + LENGTH_8_MB)),
                        large(
                                "8 MB in chunks",
                                "UNKNOWN TOO_LARGE",
                                (c, r, n) -> c.send(OK + CHUNKED).fillChunks(8 * MB)),
                        large(
                                "8 MB without a length",
                                "UNKNOWN TOO_LARGE",
                                (c, r, n) -> c.send(OK + "\r\n").fill(8 * MB).close()),
                        large(
                                "8 MB with a 500",
                                "UNKNOWN 500",
                                (c, r, n) -> c.send(ERROR + LENGTH_8_MB).fill(8 * MB)),
                        large(
                                "8 MB with a 400",
                                "REJECTED 400",
                                (c, r, n) -> c.send(BAD + CHUNKED).fillChunks(8 * MB)),
                        large(
                                "gzip bomb",
                                "UNKNOWN ENCODED",
                                (c, r, n) -> c.send(OK + "Content-Encoding: gzip\r\nContent-Length: "
                                        + Bomb.TEXT.length() + "\r\n\r\n" + Bomb.TEXT)),
                        large(
                                "gzip that is only announced",
                                "UNKNOWN ENCODED",
                                (c, r, n) -> c.send(OK + "Content-Encoding: gzip\r\n" + LENGTH_500)),
                        large(
                                "60 MB in one header",
                                "UNKNOWN NOT_HTTP",
                                (c, r, n) ->
                                        c.send(OK + "X-Large: ").fill(60 * MB).send("\r\n\r\n")),
                        large(
                                "60 MB of headers",
                                "UNKNOWN NOT_HTTP",
                                (c, r, n) -> c.send(OK)
                                        .repeat(60_000, "X-Many: " + "x".repeat(1000) + "\r\n")
                                        .send("\r\n")))
                .toList();
    }

    private static List<Fault> unreadable() {
        return List.of(
                answer("broken JSON", "UNKNOWN UNREADABLE", 200, "{\"data\":[}"),
                answer("JSON of another kind", "UNKNOWN UNREADABLE", 200, "[]"),
                answer("HTML on 200", "UNKNOWN UNREADABLE", 200, "<html>Welcome</html>"),
                answer("HTML on 502", "UNKNOWN 502", 502, "<html>Bad gateway</html>"),
                answer("empty 200", "UNKNOWN EMPTY", 200, ""),
                new Fault("F12", "204", "UNKNOWN EMPTY", (c, r, n) -> c.send("HTTP/1.1 204 No Content\r\n\r\n")),
                notHttp("a mail server", "220 mail.example.com ESMTP ready\r\n\r\n"),
                notHttp("a TLS alert", "\25\3\1\0\2\2P\r\n\r\n"));
    }

    private static List<Fault> peculiar() {
        return List.of(
                // Java gives up after eight interim answers.
                new Fault("F14", "endless 103, slow", "UNKNOWN NOT_HTTP", (c, r, n) -> c.trickle(EARLY_HINTS)),
                new Fault("F14", "endless 103, fast", "UNKNOWN NOT_HTTP", (c, r, n) -> c.flood(EARLY_HINTS)),
                new Fault(
                        "F15",
                        "large but good",
                        "ACCEPTED",
                        (c, r, n) ->
                                GoodAnswer.INSTANCE.answer(c, r, "Content-Encoding: identity\r\n", " ".repeat(MB))),
                new Fault("F15", "rejects Upgrade and Expect", "ACCEPTED", (c, r, n) -> {
                    if (r.has("Upgrade") || r.has("Expect") || r.has("HTTP2-Settings")) {
                        c.sendAnswer(417, "", "").close();
                    } else {
                        GoodAnswer.INSTANCE.answer(c, r, n);
                    }
                }));
    }

    private static Fault cut(String name, String expected, String text) {
        return new Fault("F5", name, expected, (c, r, n) -> c.send(text).close());
    }

    private static Fault stalls(String name, String expected, String text) {
        return new Fault("F6", name, expected, (c, r, n) -> c.send(text)).untilDeadline();
    }

    private static Fault trickles(String name, String start, String again) {
        return new Fault(
                        "F14",
                        name,
                        "UNKNOWN DEADLINE",
                        (c, r, n) -> c.send(start).trickle(again))
                .untilDeadline();
    }

    private static Fault status(int status, String retryAfter) {
        boolean rejected = status >= 400 && status < 500 && status != 408;
        return new Fault(
                "F7",
                status + ", Retry-After: " + retryAfter,
                (rejected ? "REJECTED " : "UNKNOWN ") + status,
                (c, r, n) -> c.sendAnswer(status, "Retry-After: " + retryAfter + "\r\n", ERROR_JSON));
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

    private static Fault large(String name, String expected, Behaviour behaviour) {
        return new Fault("F11", name, expected, behaviour);
    }

    private static Fault answer(String name, String expected, int status, String body) {
        return new Fault("F12", name, expected, (c, r, n) -> c.sendAnswer(status, "", body));
    }

    private static Fault notHttp(String name, String text) {
        return new Fault(
                "F12",
                "not HTTP but " + name,
                "UNKNOWN NOT_HTTP",
                (c, r, n) -> c.send(text).close());
    }

    /** That many zeros, compressed; one character for each byte. */
    private static String gzip(int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] block = new byte[MB];
            for (int i = 0; i < length / MB; i++) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
