package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A server that sends the key back, however it writes it, gets it into nothing that the client says. */
class EchoedKeyTest {
    private static final String HALF = "s3cr/et=K9";
    private static final String KEY = "desk-7." + HALF;
    private static final Logger ALL = (Logger) LoggerFactory.getLogger("io.github.clearstreet");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    static Stream<String> echoes() {
        String all = KEY.chars().mapToObj(c -> String.format("\\u%04x", c)).reduce("", String::concat);
        return Stream.of(
                KEY,
                HALF,
                KEY.replace("/", "\\/"),
                KEY.replace("=", "\\u003d"),
                KEY.replace("=", "\\u003D").replace("/", "\\/"),
                KEY.replace("/", "%2F").replace("=", "%3d"),
                KEY.replace("/", "%252F").replace("=", "%253d"),
                KEY.replace("/", "&#47;").replace("=", "&#x3D;"),
                KEY.replace("/", "\\\\/").replace("=", "\\\\u003d"),
                KEY.toUpperCase(Locale.ROOT),
                HALF.toLowerCase(Locale.ROOT),
                KEY.replace("/", "&sol;").replace("=", "&equals;").replace(".", "&period;"),
                KEY.replace("/", "&#47").replace("=", "&#x3d"),
                KEY.replace("/", "%u002f").replace("=", "%U003D"),
                KEY.replace("/", "\\\\057").replace("=", "\\\\75"),
                HexFormat.of().formatHex(KEY.getBytes(StandardCharsets.US_ASCII)),
                all,
                all.toUpperCase(Locale.ROOT).replace("\\U", "\\u"),
                Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.US_ASCII)),
                Base64.getEncoder().encodeToString(("Bearer " + KEY).getBytes(StandardCharsets.US_ASCII)));
    }

    @BeforeEach
    void listen() {
        log.start();
        ALL.addAppender(log);
        ALL.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        ALL.setLevel(null);
        ALL.detachAppender(log);
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void refusal_whichRepeatsTheKey_saysItNowhere(String echo) {
        String json = "{\"error\":{\"code\":400,\"message\":\"bad %1$s\",\"details\":[{\"%1$s\":\"%1$s\"}]},"
                + "\"metadata\":{\"request_id\":\"%1$s\"}}";
        for (String body : List.of(json, "<html>%1$s</html>", "%1$s")) {
            for (int status : new int[] {400, 500, 200}) {
                try (FaultServer server = server(status, body.formatted(echo), echo);
                        ClearStreet client = client(server)) {
                    ClearStreetException e = catchThrowableOfType(
                            ClearStreetException.class, () -> client.positions().closePositions(19816));
                    if (e != null) {
                        StringWriter trace = new StringWriter();
                        e.printStackTrace(new PrintWriter(trace));
                        say(trace, e.error(), e.requestId(), e.rawBody());
                    }
                }
            }
        }
        assertNothingIsSaid(echo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "UTF-32BE"})
    void refusal_whichRepeatsTheKeyInWideCharacters_saysItNowhere(String charset) {
        String page =
                new String(("<p>bad " + KEY + "</p>").getBytes(Charset.forName(charset)), StandardCharsets.ISO_8859_1);
        for (String type : List.of("text/html; charset=" + charset, "text/plain", "application/json")) {
            try (FaultServer server =
                            new FaultServer((c, r, n) -> c.sendAnswer(500, "Content-Type: " + type + "\r\n", page));
                    ClearStreet client = client(server)) {
                ClearStreetException e = catchThrowableOfType(
                        ClearStreetException.class, () -> client.positions().closePositions(19816));
                say(e, e.error(), e.rawBody());
            }
        }
        told.replaceAll(text -> text.replaceAll("[^!-~]", ""));
        assertNothingIsSaid(KEY);
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void acceptance_whichRepeatsTheKey_saysItNowhere(String echo) {
        String body =
                ("{\"data\":[{\"id\":\"%1$s\",\"symbol\":\"x%1$sx\",\"quantity\":\"%1$s\",\"status\":\"%1$s\",\"%1$s\":1,"
                                + "\"new\":[\"%1$s\"]}],\"error\":{\"code\":1,\"message\":\"%1$s\"},"
                                + "\"metadata\":{\"request_id\":\"%1$s\"}}")
                        .formatted(echo);
        try (FaultServer server = server(200, body, echo);
                ClearStreet client = client(server)) {
            ApiResponse<?> response = client.positions().closePositions(19816);

            say(response, response.data(), response.error(), response.requestId(), response.metadata());
            say(response.violations(), response.headers());
        }
        assertNothingIsSaid(echo);
    }

    private void say(Object... texts) {
        for (Object text : texts) {
            told.add(String.valueOf(text));
        }
    }

    private void assertNothingIsSaid(String echo) {
        List<String> all = new ArrayList<>(told);
        log.list.forEach(event -> all.add(event.getFormattedMessage()));
        String core = echo.substring(0, echo.length() - 4).replace("\\\\", "\\");
        assertThat(all)
                .isNotEmpty()
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(HALF.toLowerCase(Locale.ROOT))
                        || text.contains(echo)
                        || text.contains(core));
    }

    private static FaultServer server(int status, String body, String echo) {
        String header = echo.contains("\\") ? KEY : echo;
        return new FaultServer((c, r, n) -> c.sendAnswer(
                status,
                "Content-Type: application/json\r\nX-Request-Id: " + header + "\r\nX-Echo: Bearer " + header
                        + "\r\nLocation: /" + header + "\r\n",
                body));
    }

    private ClearStreet client(FaultServer server) {
        return ClearStreet.builder()
                .apiKey(KEY)
                .baseUrl(server.uri())
                .listener(call -> say(call, call.failure(), call.requestId()))
                .build();
    }
}
