package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetExecutionsTest {
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2025-10-03T14:00:00Z"));

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT);

    /** 1 of GOOG at :00, 2 of ACME at :01, 3 of GOOG a nanosecond later. */
    @BeforeEach
    void fillThreeTimes() {
        account.openOrder(OrderTicket.buy("GOOG", "10")).openOrder(OrderTicket.sell("ACME", "2"));
        List<String> ids = account.orders().stream().map(SandboxOrder::id).toList();
        account.fill(ids.get(0), "1", "100.5");
        clock.advance(ofSeconds(1));
        account.fill(ids.get(1), "2", "7");
        clock.advance(ofNanos(1));
        account.fill(ids.get(0), "3", "101");
    }

    @Test
    void get_listsTheFills_newestFirst_withWhatTheLedgerKnows() throws Exception {
        JsonNode data = json(caller.get("/executions")).path("data");

        assertThat(data).extracting(row -> row.path("quantity").asText()).containsExactly("3", "2", "1");
        assertThat(data.get(0).path("order_id").asText())
                .isEqualTo(account.orders().get(0).id());
        assertThat(data.get(0).path("price").asText()).isEqualTo("101");
        assertThat(data.get(0).path("side").asText()).isEqualTo("BUY");
        assertThat(data.get(0).path("transaction_time").asText()).isEqualTo("2025-10-03T14:00:01.000000001Z");
        assertThat(data).extracting(row -> row.path("id").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instrument_ids=ACME|2",
                "instrument_ids=c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa|3 1",
                "instrument_ids=ACME,GOOG|3 2 1",
                "from=2025-10-03T14:00:01Z|3 2",
                "to=2025-10-03T14:00:01Z|2 1",
                "from=2025-10-03T14:00:01Z&to=2025-10-03T14:00:01Z|2",
                "page_size=2|3 2"
            })
    void get_withFilters_hasTheFillsThatPassAll(String query, String expected) throws Exception {
        assertThat(json(caller.get("/executions?" + query)).path("data"))
                .extracting(row -> row.path("quantity").asText())
                .containsExactly(expected.split(" "));
    }

    @Test
    void get_withAnUnknownParameter_is400() throws Exception {
        assertThat(caller.get("/executions?symbol=GOOG").statusCode()).isEqualTo(400);
    }
}
