package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static io.github.clearstreet.sandbox.Caller.onlyOrder;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetOrdersTest {
    private static final String OPTION = "GOOG  251219C00250000";
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2025-10-03T14:00:00Z"));

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT);

    /** GOOG at :00, filled; ACME at :01, open; an option on GOOG at :02, partly filled. */
    @BeforeEach
    void makeThreeOrders() {
        sandbox.instrument(SandboxInstrument.option(OPTION, SandboxInstrument.stock("GOOG")));
        account.openOrder(OrderTicket.buy("GOOG", "1").withField("client_order_id", "mine"))
                .fillAll();
        clock.advance(ofSeconds(1));
        account.openOrder(OrderTicket.sell("ACME", "2").limit("90"));
        clock.advance(ofSeconds(1));
        account.openOrder(OrderTicket.sell(OPTION, "3"))
                .fill(account.orders().get(2).id(), "1", "5");
    }

    @Test
    void get_listsAllOrdersOfTheAccount_newestFirst() throws Exception {
        assertThat(symbols(caller.get("/orders"))).containsExactly(OPTION, "ACME", "GOOG");
    }

    @Test
    void get_ofOrdersOfOneTime_isNewestFirstToo() throws Exception {
        account.openOrder(OrderTicket.buy("TSLA", "1")).openOrder(OrderTicket.buy("MSFT", "1"));

        assertThat(symbols(caller.get("/orders?page_size=2"))).containsExactly("MSFT", "TSLA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=NEW|ACME",
                "status=FILLED,NEW|ACME GOOG",
                "status=EXPIRED|''",
                "symbol=GOOG|GOOG",
                "symbol=GOO|''",
                "instrument_ids=ACME,c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa|ACME GOOG",
                "instrument_type=OPTION|option",
                "instrument_type=COMMON_STOCK|ACME GOOG",
                "underlying_instrument_ids=GOOG|option",
                "underlying_instrument_ids=c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa|option",
                "underlying_instrument_ids=ACME|''",
                "order_ids=mine|GOOG",
                "order_ids=019c0b57-0850-7b0b-8a2c-5ee3fb5a5877,mine|ACME GOOG",
                "from=2025-10-03T14:00:01Z|option ACME",
                "to=2025-10-03T14:00:01Z|ACME GOOG",
                "from=2025-10-03T14:00:01Z&to=2025-10-03T14:00:01.000000000Z|ACME",
                "from=2025-10-03T16:00:01%2B02:00&to=2025-10-03T14:00:01Z|ACME",
                "from=2025-10-03T14:00:02.000000001Z|''",
                "status=NEW,FILLED&symbol=GOOG|GOOG"
            })
    void get_withFilters_hasTheOrdersThatPassAll(String query, String expected) throws Exception {
        List<String> found = symbols(caller.get("/orders?" + query));

        assertThat(String.join(" ", found).replace(OPTION, "option")).isEqualTo(expected);
    }

    @Test
    void get_ofASymbolWithSpaces_isFoundInEitherEncoding() throws Exception {
        assertThat(symbols(caller.get("/orders?symbol=GOOG++251219C00250000"))).containsExactly(OPTION);
        assertThat(symbols(caller.get("/orders?symbol=GOOG%20%20251219C00250000")))
                .containsExactly(OPTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=CANCELLED",
                "status=new",
                "status=NEW&status=FILLED",
                "status=NEW,",
                "instrument_type=BOND",
                "from=yesterday",
                "from=2025-10-03",
                "to=1759500000",
                "order_ids=",
                "side=BUY"
            })
    void get_withAnUnreadableQuery_answers400(String query) throws Exception {
        assertThat(caller.get("/orders?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void getById_answersTheOrderAsItStands() throws Exception {
        SandboxOrder option = account.orders().get(2);

        HttpResponse<String> answer = caller.get("/orders/" + option.id());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/data/id").textValue()).isEqualTo(option.id());
        assertThat(json(answer).at("/data/status").textValue()).isEqualTo("PARTIALLY_FILLED");
        assertThat(json(answer).at("/data/leaves_quantity").textValue()).isEqualTo("2");
    }

    @Test
    void getById_ofAnIdThatNeedsEncoding_isFound() throws Exception {
        try (Sandbox other = Sandbox.builder().orderIds(() -> "a/b c+d").start()) {
            other.account(ACCOUNT).openOrder(OrderTicket.buy("GOOG", "1"));

            assertThat(new Caller(other).get("/orders/a%2Fb%20c+d").statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-order", "mine", "%20"})
    void getById_ofAnUnknownOrder_answers404(String id) throws Exception {
        assertThat(caller.get("/orders/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void closingOrders_areListedBySinceWhen() throws Exception {
        clock.advance(ofSeconds(1));
        String from = clock.instant().toString();
        account.position("GOOG", "5").position("ACME", "0").position(OPTION, "0");
        caller.close();

        HttpResponse<String> answer = caller.get("/orders?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));

        assertThat(onlyOrder(answer).path("side").textValue()).isEqualTo("SELL");
    }

    private static List<String> symbols(HttpResponse<String> answer) {
        return json(answer).path("data").findValuesAsText("symbol");
    }
}
