package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's clock is told with every answer that names it: only then can the difference of the clocks be known. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerTimeTest {
    private static final String DATE = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final Instant TIME = Instant.parse("1994-11-06T08:49:37Z");

    @ParameterizedTest
    @ValueSource(strings = {DATE, "Sun, 6 Nov 1994 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void response_whenItHasADate_tellsTheServersTime(String date) {
        try (FaultServer server =
                new FaultServer((c, r, n) -> GoodAnswer.INSTANCE.answer(c, r, "Date: " + date + "\r\n", ""))) {
            assertThat(accepted(server).serverTime()).contains(TIME);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Date: yesterday\r\n", "Date: 1790000000\r\n"})
    void response_whenItHasNoReadableDate_tellsNone(String header) {
        try (FaultServer server = new FaultServer((c, r, n) -> GoodAnswer.INSTANCE.answer(c, r, header, ""))) {
            assertThat(accepted(server).serverTime()).isEmpty();
        }
    }

    @Test
    void exception_whenAnAnswerHasADate_tellsTheServersTime() {
        try (FaultServer server = new FaultServer((c, r, n) -> c.sendAnswer(500, "Date: " + DATE + "\r\n", ""))) {
            assertThat(failure(server).serverTime()).contains(TIME);
        }
    }

    @Test
    void exception_whenNoAnswerArrived_tellsNone() {
        try (FaultServer server = new FaultServer((c, r, n) -> c.close())) {
            assertThat(failure(server).serverTime()).isEmpty();
        }
    }

    private static ApiResponse<?> accepted(FaultServer server) {
        try (ClearStreet client = Caller.settings(server.uri()).build()) {
            return client.positions().closePositions(Caller.ACCOUNT);
        }
    }

    private static ClearStreetException failure(FaultServer server) {
        try (ClearStreet client = Caller.settings(server.uri()).build()) {
            return catchThrowableOfType(
                    ClearStreetException.class, () -> client.positions().closePositions(Caller.ACCOUNT));
        }
    }
}
