package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.model.Order;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that HTTP or the API allows and that few servers send: each is read, and the request arrives once. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OddWireTest {
    private static final String ORDER = """
            {"id":"order-1","account_id":19816,"client_order_id":"c","venue":"v","side":"SELL","quantity":"25",\
            "order_type":"MARKET","time_in_force":"DAY","status":"NEW","filled_quantity":"0","leaves_quantity":"25",\
            "created_at":"2026-11-28T00:00:00Z","updated_at":"2026-11-28T00:00:00Z"}""";

    private static final String BODY = body(ORDER);
    private static final String JSON = "Content-Type: application/json\r\n";

    private static String body(String order) {
        return "{\"data\":[" + order + "],\"error\":null,\"metadata\":{\"request_id\":\"r-1\"}}";
    }

    private static String length(String body) {
        return "Content-Length: " + body.length() + "\r\n";
    }

    private static String chunk(String text, String extension) {
        return Integer.toHexString(text.length()) + extension + "\r\n" + text + "\r\n";
    }

    static Stream<Arguments> wires() {
        String ok = "HTTP/1.1 200 OK\r\n";
        String chunked = ok + JSON + "Transfer-Encoding: chunked\r\n\r\n";
        String whole = JSON + length(BODY);
        return Stream.of(
                Arguments.of("chunk extensions", chunked + chunk(BODY, ";name=\"value\";other") + "0;last=1\r\n\r\n"),
                Arguments.of(
                        "chunk size in capitals with zeros",
                        chunked
                                + "000" + Integer.toHexString(BODY.length()).toUpperCase(java.util.Locale.ROOT) + "\r\n"
                                + BODY
                                + "\r\n0\r\n\r\n"),
                Arguments.of(
                        "one byte a chunk",
                        chunked
                                + BODY.chars()
                                        .mapToObj(c -> chunk(String.valueOf((char) c), ""))
                                        .reduce("", String::concat)
                                + "0\r\n\r\n"),
                Arguments.of("trailers", chunked + chunk(BODY, "") + "0\r\nX-Checksum: 1\r\nDate: today\r\n\r\n"),
                Arguments.of(
                        "103 before", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + ok + whole + "\r\n" + BODY),
                Arguments.of(
                        "102 twice before", "HTTP/1.1 102 Processing\r\n\r\n".repeat(2) + ok + whole + "\r\n" + BODY),
                Arguments.of("100 unasked", "HTTP/1.1 100 Continue\r\n\r\n" + ok + whole + "\r\n" + BODY),
                Arguments.of("empty header values", ok + "X-Empty:\r\nX-Space:   \r\n" + whole + "\r\n" + BODY),
                Arguments.of("lower-case headers", ok + whole.toLowerCase(java.util.Locale.ROOT) + "\r\n" + BODY),
                Arguments.of("no reason phrase", "HTTP/1.1 200\r\n" + whole + "\r\n" + BODY),
                Arguments.of("empty reason phrase", "HTTP/1.1 200 \r\n" + whole + "\r\n" + BODY),
                Arguments.of("the same Content-Length twice", ok + whole + length(BODY) + "\r\n" + BODY),
                Arguments.of("HTTP/1.0 with a length", "HTTP/1.0 200 OK\r\n" + whole + "\r\n" + BODY),
                Arguments.of("HTTP/1.0 until the end", "HTTP/1.0 200 OK\r\n" + JSON + "\r\n" + BODY),
                Arguments.of("until the end", ok + JSON + "Connection: close\r\n\r\n" + BODY),
                Arguments.of("no Content-Type", ok + length(BODY) + "\r\n" + BODY),
                Arguments.of("text/plain", ok + "Content-Type: text/plain\r\n" + length(BODY) + "\r\n" + BODY),
                Arguments.of(
                        "a charset",
                        ok + "Content-Type: application/json;charset=UTF-8\r\n" + length(BODY) + "\r\n" + BODY),
                Arguments.of("a byte order mark", ok + JSON + length("123" + BODY) + "\r\n\u00ef\u00bb\u00bf" + BODY),
                Arguments.of(
                        "space around",
                        ok + JSON + length("\n\t \r\n" + BODY + "\r\n") + "\r\n\n\t \r\n" + BODY + "\r\n"),
                Arguments.of("identity", ok + "Content-Encoding: identity\r\n" + whole + "\r\n" + BODY),
                Arguments.of(
                        "Transfer-Encoding: identity", ok + "Transfer-Encoding: identity\r\n" + whole + "\r\n" + BODY),
                Arguments.of(
                        "Keep-Alive",
                        ok + "Connection: keep-alive\r\nKeep-Alive: timeout=5, max=1\r\n" + whole + "\r\n" + BODY),
                Arguments.of("200 lines of headers", ok + "X-Many: 1\r\n".repeat(200) + whole + "\r\n" + BODY),
                Arguments.of("folded header", ok + "X-Folded: a\r\n b\r\n" + whole + "\r\n" + BODY),
                Arguments.of("Latin-1 in a header", ok + "X-Name: caf\u00e9\r\n" + whole + "\r\n" + BODY),
                Arguments.of("201", "HTTP/1.1 201 Created\r\n" + whole + "\r\n" + BODY),
                Arguments.of("202", "HTTP/1.1 202 Accepted\r\n" + whole + "\r\n" + BODY),
                Arguments.of(
                        "a date with an offset",
                        ok + "Date: Sat, 28 Nov 2026 09:00:00 +0100\r\n" + whole + "\r\n" + BODY),
                Arguments.of("cookies", ok + "Set-Cookie: a=b; Path=/\r\n" + whole + "\r\n" + BODY),
                Arguments.of(
                        "a length in spaces", ok + JSON + "Content-Length:   " + BODY.length() + "  \r\n\r\n" + BODY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wires")
    void closePositions_whenTheWireIsOddButLegal_isAcceptedAndArrivesOnce(String name, String wire) {
        for (Style style : Style.values()) {
            try (FaultServer server = new FaultServer((c, r, n) -> c.send(wire).close());
                    ClearStreet client = Caller.settings(server.uri()).build()) {
                ApiResponse<List<Order>> response = style == Style.BLOCKING
                        ? client.positions().closePositions(19816)
                        : client.positions().async().closePositions(19816).join();

                assertThat(response.data()).extracting(Order::id).containsExactly("order-1");
                assertThat(response.violations()).isEmpty();
                assertThat(server.complete()).hasSize(1);
                assertThat(server.partial()).isZero();
            }
        }
    }

    /** What cannot be read for sure is unknown: the request was read, so it may have been carried out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip\r\n",
                "Content-Encoding: deflate\r\n",
                "Content-Encoding: br\r\n",
                "Content-Encoding: x-gzip, identity\r\n",
                "Content-Length: 5\r\n",
                "Content-Length: 99999999999999999999\r\n"
            })
    void closePositions_whenTheWireIsUnclear_isUnknownAndArrivesOnce(String header) {
        String wire = "HTTP/1.1 200 OK\r\n" + header + JSON + length(BODY) + "\r\n" + BODY;
        try (FaultServer server = new FaultServer((c, r, n) -> c.send(wire).close());
                ClearStreet client = Caller.settings(server.uri()).build()) {
            assertThatThrownBy(() -> client.positions().closePositions(19816))
                    .isInstanceOf(OutcomeUnknownException.class);
            assertThat(server.complete()).hasSize(1);
        }
    }

    /** The server keeps the connection, so that only the headers tell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip, chunked                              | 200 | UNKNOWN ENCODED
            gzip                                       | 200 | UNKNOWN ENCODED
            identity                                   | 200 | UNKNOWN ENCODED
            chunked, chunked                           | 200 | UNKNOWN ENCODED
            chunked\\r\\nTransfer-Encoding: gzip       | 200 | UNKNOWN ENCODED
            gzip\\r\\nTransfer-Encoding: chunked       | 200 | UNKNOWN ENCODED
            gzip, chunked                              | 400 | REJECTED 400
            gzip, chunked                              | 502 | UNKNOWN 502
            """)
    void closePositions_whenTheTransferIsEncoded_endsByItsHeaders(String codings, int status, String expected) {
        String wire = "HTTP/1.1 " + status + " X\r\nTransfer-Encoding: " + codings.replace("\\r\\n", "\r\n")
                + "\r\n\r\n" + chunk(BODY, "") + "0\r\n\r\n";
        try (FaultServer server = new FaultServer((c, r, n) -> c.send(wire));
                Caller caller = new Caller(server.uri())) {
            assertThat(caller.ask(Style.BLOCKING, Form.NOTHING_CHOSEN, Duration.ofSeconds(20)))
                    .isEqualTo(expected);
            assertThat(server.complete()).hasSize(1);
        }
    }

    static Stream<Arguments> strangeWires() {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n";
        String whole = length(BODY) + "\r\n" + BODY;
        return Stream.of(
                Arguments.of("NOT_HTTP", "HTTP/1.1 204 No Content\r\n" + whole),
                Arguments.of("NOT_HTTP", "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("EMPTY", "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("304", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n"),
                Arguments.of(
                        "305", "HTTP/1.1 305 Use Proxy\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of(
                        "NOT_HTTP", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"),
                Arguments.of(
                        "NOT_HTTP",
                        "HTTP/1.1 100 Continue\r\nContent-Length: 5\r\n\r\nhello" + "HTTP/1.1 200 OK\r\n" + whole),
                Arguments.of("NOT_HTTP", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(50) + "HTTP/1.1 200 OK\r\n" + whole),
                Arguments.of("NOT_HTTP", "HTTP/1.1 099 ?\r\n" + whole),
                Arguments.of("600", "HTTP/1.1 600 ?\r\n" + whole),
                Arguments.of("NOT_HTTP", "HTTP/2.0 200 OK\r\n" + whole),
                Arguments.of("NOT_HTTP", "ICY 200 OK\r\n" + whole),
                Arguments.of("DROPPED", BODY),
                Arguments.of("NOT_HTTP", "HTTP/1.1 200 OK\r\nX-Nul: a\0b\r\n" + whole),
                Arguments.of("NOT_HTTP", "HTTP/1.1 200 OK\r\nContent-Length : 9\r\n\r\n{\"data\":1}"),
                Arguments.of("NOT_HTTP", "HTTP/1.1 200 OK\r\nContent-Length: 9, 9\r\n\r\n{\"data\":1}"),
                Arguments.of("NOT_HTTP", "HTTP/1.1 200 OK\r\nContent-Length: 0x9\r\n\r\n{\"data\":1}"),
                Arguments.of("TRUNCATED", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + BODY),
                Arguments.of("UNREADABLE", chunked + length(BODY) + "\r\n" + chunk(BODY, "") + "0\r\n\r\n"),
                Arguments.of("TRUNCATED", chunked + "\r\n-1\r\n" + BODY + "\r\n0\r\n\r\n"),
                Arguments.of("TRUNCATED", chunked + "\r\nFFFFFFFFFFFFFFFF\r\n" + BODY + "\r\n0\r\n\r\n"),
                Arguments.of("TRUNCATED", chunked + "\r\n" + chunk(BODY, ";" + "x".repeat(1 << 20)) + "0\r\n\r\n"),
                Arguments.of("TRUNCATED", chunked + "\r\n" + chunk(BODY, "") + "0\r\n"),
                Arguments.of("UNREADABLE", "HTTP/1.1 200 OK\r\n" + length(BODY + BODY) + "\r\n" + BODY + BODY),
                Arguments.of("UNREADABLE", "HTTP/1.1 200 OK\r\n" + length(BODY + "\0") + "\r\n" + BODY + "\0"),
                Arguments.of("UNREADABLE", "HTTP/1.1 200 OK\r\n" + whole.replace("order-1", "order\u00ff1")));
    }

    /** Neither accepted nor rejected, by a reason that fits; nothing is sent again. */
    @ParameterizedTest
    @MethodSource("strangeWires")
    void closePositions_whenTheWireIsStrange_isUnknownForThatReasonAndArrivesOnce(String reason, String wire) {
        try (FaultServer server = new FaultServer((c, r, n) -> c.send(wire).close());
                Caller caller = new Caller(server.uri())) {
            assertThat(caller.ask(Style.BLOCKING, Form.NOTHING_CHOSEN, Duration.ofSeconds(30)))
                    .isEqualTo("UNKNOWN " + reason);
            assertThat(server.complete()).hasSize(1);
        }
    }

    /** Whatever follows a response on its connection belongs to no later call. */
    @ParameterizedTest
    @ValueSource(strings = {"garbage", "HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n", "\r\n", "0\r\n\r\n"})
    void closePositions_afterAResponseWithMoreBehind_isNotToldTheRest(String rest) {
        String wire = "HTTP/1.1 200 OK\r\n" + JSON + length(BODY) + "\r\n" + BODY;
        try (FaultServer server = new FaultServer((c, r, n) -> c.send(n == 1 ? wire + rest : wire));
                ClearStreet client = Caller.settings(server.uri()).build()) {
            assertThat(client.positions().closePositions(19816).data()).hasSize(1);
            assertThat(client.positions().closePositions(19816).data()).hasSize(1);
            assertThat(server.complete()).hasSize(2);
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("\"quantity\":\"25\"", "\"quantity\":25"),
                Arguments.of("\"quantity\":\"25\"", "\"quantity\":25.0"),
                Arguments.of("\"quantity\":\"25\"", "\"quantity\":\"2.5e1\""),
                Arguments.of("\"quantity\":\"25\"", "\"quantity\":2.5E+1"),
                Arguments.of("\"account_id\":19816", "\"account_id\":\"19816\""),
                Arguments.of("\"account_id\":19816", "\"account_id\":19816.0"),
                Arguments.of("\"id\":\"order-1\"", "\"id\":\"order-\\u0031\""),
                Arguments.of("\"created_at\":\"2026-11-28T00:00:00Z\"", "\"created_at\":\"2026-11-28T05:30:00+05:30\""),
                Arguments.of("\"created_at\":\"2026-11-28T00:00:00Z\"", "\"created_at\":\"2026-11-28t00:00:00z\""),
                Arguments.of("\"created_at\":\"2026-11-28T00:00:00Z\"", "\"created_at\":\"2026-11-27T12:00:00-12:00\""),
                Arguments.of(
                        "\"created_at\":\"2026-11-28T00:00:00Z\"",
                        "\"created_at\":\"2026-11-28T00:00:00.0000000000000Z\""),
                Arguments.of("\"created_at\":\"2026-11-28T00:00:00Z\"", "\"created_at\":\"2026-11-28T00:00:00-00:00\""),
                Arguments.of("\"side\":\"SELL\"", "\"side\":\"BUY\",\"side\":\"SELL\""));
    }

    @ParameterizedTest
    @MethodSource("values")
    void closePositions_whenAValueIsWrittenOtherwise_isTheSame(String usual, String odd) {
        Order order = order(ORDER.replace(usual, odd));

        assertThat(order.quantity()).isEqualByComparingTo("25");
        assertThat(order.accountId()).isEqualTo(19816);
        assertThat(order.id()).isEqualTo("order-1");
        assertThat(order.createdAt()).isEqualTo("2026-11-28T00:00:00Z");
        assertThat(order.side()).hasToString("SELL");
        assertThat(order.violations()).isEmpty();
    }

    @Test
    void closePositions_whenAnIdIsANumber_keepsItsText() {
        assertThat(order(ORDER.replace("\"order-1\"", "12345678901234567890")).id())
                .isEqualTo("12345678901234567890");
    }

    private static Order order(String json) {
        try (FaultServer server = new FaultServer((c, r, n) -> c.sendAnswer(200, JSON, body(json)));
                ClearStreet client = Caller.settings(server.uri()).build()) {
            return client.positions().closePositions(19816).data().get(0);
        }
    }
}
