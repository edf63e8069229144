package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetPositionsTest {
    private static final String GOOG = "c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa";

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder()
            .clock(VirtualClock.at(Instant.parse("2025-10-03T14:01:15Z")))
            .start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT);

    @Test
    void get_ofALongPosition_hasAllFields() throws Exception {
        account.position(SandboxInstrument.stock("GOOG").withPrice("245.5"), "10");

        assertThat(json(caller.get("/positions"))).isEqualTo(json("""
                {
                  "data": [
                    {
                      "account_id": 19816,
                      "available_quantity": "10",
                      "avg_price": "245.5",
                      "closing_price": "245.5",
                      "closing_price_date": "2025-10-02",
                      "cost_basis": "2455.0",
                      "daily_realized_pnl": "0",
                      "daily_unrealized_pnl": "0",
                      "daily_unrealized_pnl_pct": "0",
                      "instrument_id": "c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa",
                      "instrument_price": "245.5",
                      "instrument_type": "COMMON_STOCK",
                      "market_value": "2455.0",
                      "position_type": "LONG",
                      "quantity": "10",
                      "symbol": "GOOG",
                      "underlying_instrument_id": null,
                      "unrealized_pnl": "0",
                      "unrealized_pnl_pct": "0"
                    }
                  ],
                  "error": null,
                  "metadata": {
                    "next_page_token": null,
                    "page_number": 1,
                    "previous_page_token": null,
                    "request_id": "3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c",
                    "total_items": 1,
                    "total_pages": 1
                  }
                }
                """));
    }

    @Test
    void get_ofAShortOption_isNegativeAndNamesTheUnderlying() throws Exception {
        account.position(SandboxInstrument.option("GOOG  251219C00250000", SandboxInstrument.stock("GOOG")), "-2");

        JsonNode position = json(caller.get("/positions")).at("/data/0");

        assertThat(position.path("quantity").textValue()).isEqualTo("-2");
        assertThat(position.path("market_value").textValue()).isEqualTo("-10");
        assertThat(position.path("position_type").textValue()).isEqualTo("SHORT");
        assertThat(position.path("underlying_instrument_id").textValue()).isEqualTo(GOOG);
    }

    @Test
    void get_ofAFlatAccount_isAnEmptyListWithoutPages() throws Exception {
        HttpResponse<String> answer = caller.get("/positions");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("data")).isEmpty();
        assertThat(json(answer).at("/metadata/total_pages").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"25,SELL,10,15", "-25,BUY,10,-15", "25,SELL,40,0", "25,BUY,10,25"})
    void availableQuantity_isLessByWhatOpenOrdersWouldClose(String held, String side, String ordered, String available)
            throws Exception {
        OrderTicket ticket = side.equals("BUY") ? OrderTicket.buy("GOOG", ordered) : OrderTicket.sell("GOOG", ordered);
        account.position("GOOG", held).openOrder(ticket).openOrder(OrderTicket.sell("ACME", "3"));

        assertThat(json(caller.get("/positions"))
                        .at("/data/0/available_quantity")
                        .textValue())
                .isEqualTo(available);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|A B C",
                "?sort_direction=DESC|C B A",
                "?sort_by=SYMBOL&sort_direction=ASC|A B C",
                "?sort_by=QUANTITY|B C A",
                "?sort_by=QUANTITY&sort_direction=DESC|A C B",
                "?sort_by=MARKET_VALUE|B A C",
                "?sort_by=POSITION_TYPE|A C B",
                "?sort_by=INSTRUMENT_TYPE|A B C",
                "?sort_by=UNREALIZED_PNL&sort_direction=DESC|C B A"
            })
    void get_sorts_bySymbolUnlessToldOtherwise(String query, String symbols) throws Exception {
        account.position(SandboxInstrument.stock("C").withPrice("100").withType("INDEX"), "2")
                .position(SandboxInstrument.stock("A").withPrice("10"), "3")
                .position(SandboxInstrument.stock("B").withPrice("10"), "-1");

        assertThat(symbols(caller.get("/positions" + query))).containsExactly(symbols.split(" "));
    }

    @Test
    void get_ofInstruments_hasOnlyThose() throws Exception {
        account.position("GOOG", "1").position("ACME", "1").position("TSLA", "1");
        String acme = account.positions().get(1).instrument().id();

        assertThat(symbols(caller.get("/positions?instrument_ids=" + GOOG + "," + acme)))
                .containsExactly("ACME", "GOOG");
        assertThat(symbols(caller.get("/positions?instrument_ids=" + GOOG + "%2C" + acme)))
                .containsExactly("ACME", "GOOG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page_size=0",
                "page_size=1001",
                "page_size=many",
                "page_size=",
                "page_size=1&page_size=1",
                "page_token=AAAA",
                "page_token=%20",
                "sort_by=PRICE",
                "sort_by=symbol",
                "sort_direction=UP",
                "instrument_ids=GOOG",
                "instrument_ids=c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa,",
                "symbol=GOOG",
                "&"
            })
    void get_withAnUnreadableQuery_answers400(String query) throws Exception {
        HttpResponse<String> answer = caller.get("/positions?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/message").textValue()).isNotBlank();
    }

    private static List<String> symbols(HttpResponse<String> answer) {
        return json(answer).path("data").findValuesAsText("symbol");
    }
}
