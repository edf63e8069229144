package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.read.ListAppender;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class CallLogTest {
    private static final long ACCOUNT = 19816;
    private static final String KEY = "some-id.some-secret";
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String SECRET = "some-secret";

    private final Sandbox sandbox = Sandbox.builder().apiKey(KEY).start();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.clearstreet");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        log.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
        sandbox.close();
    }

    @Test
    void log_ofAnAcceptedChange_isOneLineAtInfoAndTheListedHeadersAtTrace() {
        sandbox.nextCall(Fault.none().withHeader("Set-Cookie", "session=1").withHeader("Retry-After", "7"));

        closePositions();

        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.INFO, Level.TRACE);
        assertThat(log.list.get(0).getFormattedMessage())
                .startsWith("close_positions of account 19816 was accepted with 200 after ")
                .endsWith(
                        ", orders: " + sandbox.account(ACCOUNT).orders().get(0).id());
        assertThat(log.list.get(1).getFormattedMessage())
                .containsIgnoringCase("retry-after=[7]")
                .doesNotContainIgnoringCase("cookie");
    }

    @Test
    void log_ofAnUnknownOutcome_isAWarning() {
        sandbox.nextCall(Fault.drops().afterExecuting());

        ClearStreetException failure = closePositionsFails();

        assertThat(log.list.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(log.list.get(0).getFormattedMessage()).isEqualTo(failure.getMessage());
    }

    @Test
    void log_ofARejectedCall_isAtDebug() {
        sandbox.nextCall(Fault.error(403, "no"));

        ClearStreetException failure = closePositionsFails();

        assertThat(log.list.get(0).getLevel()).isEqualTo(Level.DEBUG);
        assertThat(log.list.get(0).getFormattedMessage()).isEqualTo(failure.getMessage());
    }

    @Test
    void log_whenAListenerThrows_isAWarningEachTime() {
        try (ClearStreet clearStreet = ClearStreet.builder()
                .apiKey(KEY)
                .baseUrl(sandbox.baseUrl())
                .listener(new BrokenListener(() -> new IllegalStateException("no meter")))
                .build()) {
            clearStreet.positions().closePositions(ACCOUNT);
        }

        assertThat(log.list)
                .filteredOn(event -> event.getLevel().equals(Level.WARN))
                .extracting(event -> event.getThrowableProxy().getMessage())
                .containsExactly("no meter", "no meter", "no meter"); // start, end, end of the call
    }

    static Stream<Arguments> answersThatRepeatTheKey() {
        String metadata = "{\"request_id\": \"" + KEY + "\"}";
        return Stream.of(
                arguments("error message", Fault.error(403, "The key " + KEY + " is bad.")),
                arguments("request id of an error", json(500, "{\"error\": null, \"metadata\": " + metadata + "}")),
                arguments("header of an error", Fault.html(502, "<p>" + KEY).withHeader("X-Request-Id", KEY)),
                arguments("broken JSON", json(200, "{\"data\": [" + KEY + "]}")),
                arguments("unreadable data", json(200, "{\"data\": \"" + KEY + "\", \"metadata\": " + metadata + "}")),
                arguments("protocol error", Fault.html(200, KEY).withHeader("Content-Encoding", KEY)));
    }

    private static Fault json(int status, String body) {
        return Fault.answers(SandboxResponse.json(status, body));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatRepeatTheKey")
    void failure_whenTheServerRepeatsTheKey_showsItNowhere(String where, Fault fault) {
        sandbox.nextCall(fault.withHeader("Server", KEY));

        ClearStreetException failure = closePositionsFails();

        StringWriter shown = new StringWriter();
        failure.printStackTrace(new PrintWriter(shown));
        shown.append(failure.rawBody().orElse(""))
                .append(failure.requestId().orElse(""))
                .append(failure.toString());
        failure.error().ifPresent(error -> shown.append(error.toString()));
        log.list.forEach(event -> shown.append(event.getFormattedMessage()));
        assertThat(shown.toString()).as(where).isNotEmpty().doesNotContain(SECRET);
    }

    @Test
    void log_whenAnAcceptedAnswerRepeatsTheKey_doesNotShowIt() {
        sandbox.nextCall(Fault.answers(
                        SandboxResponse.json(200, "{\"data\": [], \"metadata\": {\"request_id\": \"" + KEY + "\"}}"))
                .withHeader("Server", KEY));

        closePositions();

        assertThat(log.list)
                .hasSize(2)
                .extracting(ILoggingEvent::getFormattedMessage)
                .allSatisfy(line -> assertThat(line).doesNotContain(SECRET));
    }

    @ParameterizedTest
    @MethodSource("io.github.clearstreet.CallListenerTest#whateverCanBeThrown")
    void log_whenItThrows_changesNoOutcome(Throwable thrown) {
        UnsynchronizedAppenderBase<ILoggingEvent> broken = new UnsynchronizedAppenderBase<>() {
            @Override
            public void doAppend(ILoggingEvent event) {
                Sneaky.sneakyThrow(thrown);
            }

            @Override
            protected void append(ILoggingEvent event) {}
        };
        logger.addAppender(broken);
        try (ClearStreet clearStreet = client()) {
            assertThat(clearStreet.positions().closePositions(ACCOUNT).data()).hasSize(1);
            assertThat(clearStreet.positions().async().closePositions(ACCOUNT)).succeedsWithin(DEADLINE);
            sandbox.nextCall(Fault.drops().afterExecuting());
            assertThatThrownBy(() -> clearStreet.positions().closePositions(ACCOUNT))
                    .isInstanceOf(OutcomeUnknownException.class);
            sandbox.nextCall(Fault.drops().afterExecuting());
            assertThat(clearStreet.positions().async().closePositions(ACCOUNT))
                    .failsWithin(DEADLINE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(OutcomeUnknownException.class);
        } finally {
            logger.detachAppender(broken);
        }
    }

    private void closePositions() {
        try (ClearStreet clearStreet = client()) {
            clearStreet.positions().closePositions(ACCOUNT);
        }
    }

    private ClearStreetException closePositionsFails() {
        try (ClearStreet clearStreet = client()) {
            return catchThrowableOfType(
                    ClearStreetException.class, () -> clearStreet.positions().closePositions(ACCOUNT));
        }
    }

    private ClearStreet client() {
        return ClearStreet.builder().apiKey(KEY).baseUrl(sandbox.baseUrl()).build();
    }
}
