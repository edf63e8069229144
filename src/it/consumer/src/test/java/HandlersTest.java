import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.NotSentException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.TestOutcomes;
import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.StopReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user's code does with each end of a call, tested without a server. */
class HandlersTest {
    private static final Instant SENT = Instant.parse("2026-11-28T12:00:00Z");

    /** The user's code. */
    private static String whatToDo(ClearStreetException e) {
        if (e instanceof NotSentException) {
            return "send again";
        }
        if (e instanceof RejectedException) {
            return "fix: " + e.error().map(error -> error.message()).orElse("?");
        }
        return "look at orders since " + e.sentAt().orElseThrow();
    }

    @Test
    void handler_toldOfEachOutcome_doesWhatItShould() {
        NotSentException notSent = TestOutcomes.notSent("close_positions", 19816, "no connection");
        RejectedException rejected = TestOutcomes.rejected(
                "close_positions", 19816, 403, "{\"error\":{\"code\":403,\"message\":\"Not yours.\"}}");
        OutcomeUnknownException unknown =
                TestOutcomes.outcomeUnknown("close_positions", 19816, SENT, "the deadline was reached");

        assertEquals("send again", whatToDo(notSent));
        assertEquals("fix: Not yours.", whatToDo(rejected));
        assertEquals("look at orders since " + SENT, whatToDo(unknown));
        assertEquals(403, rejected.status().getAsInt());
        assertEquals(19816, unknown.accountId().getAsLong());
        assertTrue(unknown.getMessage().contains("the deadline was reached"));
        assertThrows(IllegalArgumentException.class, () -> TestOutcomes.rejected("close_positions", 1, 503, ""));
    }

    @Test
    void handler_givenAResponse_seesDataStatusAndRequestId() {
        ApiResponse<List<String>> response = TestOutcomes.accepted(List.of("an order"));

        assertEquals(List.of("an order"), response.data());
        assertEquals(200, response.status());
        assertTrue(response.requestId().isPresent());
        assertTrue(response.violations().isEmpty());
        assertTrue(response.error().isEmpty());
    }

    @Test
    void handler_givenAReport_seesWhatIsLeft() {
        FlattenReport report = FlattenReport.builder(19816, StopReason.DEADLINE)
                .message("the deadline was reached")
                .between(SENT, SENT.plusSeconds(60))
                .position("GOOG", new BigDecimal("25"), new BigDecimal("5"), "an order still works")
                .unresolved("close_positions", SENT, "the connection was lost")
                .build();

        assertFalse(report.flat());
        assertEquals(new BigDecimal("5"), report.positions().get(0).after().orElseThrow());
        assertTrue(report.toString().contains("GOOG"));
        assertTrue(report.toJson().contains("\"DEADLINE\""));
        assertThrows(
                IllegalStateException.class,
                () -> FlattenReport.builder(19816, StopReason.FLAT)
                        .position("GOOG", new BigDecimal("25"), null, null)
                        .build());
    }
}
