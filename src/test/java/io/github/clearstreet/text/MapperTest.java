package io.github.clearstreet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.RejectedException;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.Preview;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A framework that writes our values with a mapper of its own writes what they say, and never {@code {}}. */
class MapperTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @AutoClose
    private final ClearStreet clearStreet = ClearStreet.builder()
            .baseUrl(sandbox.baseUrl())
            .apiKey(sandbox.apiKey())
            .build();

    @Test
    void report_isWrittenAsItsOwnJson() throws Exception {
        sandbox.account(19816);
        FlattenReport report = CloseOut.of(clearStreet).flatten(19816);

        for (String json : byBothMappers(report)) {
            assertThat(json).isEqualTo(report.toJson());
        }
        assertThat(byBothMappers(report.timeline()).get(0)).contains("\"kind\":\"STARTED\"");
    }

    @Test
    void preview_isWrittenAsItsOwnJson() throws Exception {
        sandbox.account(19816).position("GOOG", "25");
        Preview preview = CloseOut.of(clearStreet).preview(19816);

        for (String json : byBothMappers(preview)) {
            assertThat(json).isEqualTo(preview.toJson()).contains("GOOG");
        }
    }

    @Test
    void response_isWrittenWithItsOrders() throws Exception {
        sandbox.account(19816).position("GOOG", "25");

        for (String json : byBothMappers(clearStreet.positions().closePositions(19816))) {
            assertThat(json).contains("\"status\":200", "\"data\":[{\"id\":", "\"symbol\":\"GOOG\"");
        }
    }

    @Test
    void exception_isWrittenWithItsFactsAndWithoutStackTrace() {
        sandbox.account(19816);
        sandbox.nextCall(Fault.error(422, "Not now."));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> clearStreet.positions().closePositions(19816))
                .satisfies(e -> assertThat(byBothMappers(e))
                        .allSatisfy(json -> assertThat(json)
                                .contains(
                                        "\"outcome\":\"REJECTED\"",
                                        "\"account_id\":19816",
                                        "\"status\":422",
                                        "Not now.")
                                .doesNotContain("stackTrace")));
    }

    private static List<String> byBothMappers(Object value) throws Exception {
        return List.of(
                new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value),
                new tools.jackson.databind.ObjectMapper().writeValueAsString(value));
    }
}
