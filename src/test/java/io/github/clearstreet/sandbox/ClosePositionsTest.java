package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static io.github.clearstreet.sandbox.Caller.onlyOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosePositionsTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.builder()
            .clock(VirtualClock.at(Instant.parse("2025-10-03T14:01:15Z")))
            .start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT);

    @Test
    void close_ofTheDocumentsAccount_answersTheDocumentsExampleWithAClientOrderId() throws Exception {
        account.position("GOOG", "25");

        HttpResponse<String> response = caller.close();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json(response)).isEqualTo(json("""
                {
                  "data": [
                    {
                      "account_id": 19816,
                      "average_fill_price": null,
                      "client_order_id": "a67671f6-8d95-3d6c-a58d-2e128b095934",
                      "created_at": "2025-10-03T14:01:15.000000000Z",
                      "filled_quantity": "0",
                      "id": "019c0b57-0850-7b0b-8a2c-5ee3fb5a5876",
                      "instrument_id": "c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa",
                      "instrument_type": "COMMON_STOCK",
                      "leaves_quantity": "25",
                      "limit_price": null,
                      "order_type": "MARKET",
                      "quantity": "25",
                      "side": "SELL",
                      "status": "PENDING_NEW",
                      "stop_price": null,
                      "symbol": "GOOG",
                      "time_in_force": "DAY",
                      "updated_at": "2025-10-03T14:01:15.000000000Z",
                      "venue": "XNMS"
                    }
                  ],
                  "error": null,
                  "metadata": {
                    "request_id": "3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c"
                  }
                }
                """));
    }

    @Test
    void close_ofAShortPosition_buysTheUnsignedQuantity() throws Exception {
        account.position("TSLA", "-10.50");

        JsonNode order = onlyOrder(caller.close());

        assertThat(order.path("side").textValue()).isEqualTo("BUY");
        assertThat(order.path("quantity").textValue()).isEqualTo("10.50");
        assertThat(order.path("leaves_quantity").textValue()).isEqualTo("10.50");
    }

    @Test
    void close_ofAnOptionPosition_namesTypeVenueAndUnderlying() throws Exception {
        SandboxInstrument option = SandboxInstrument.option("GOOG  251219C00250000", SandboxInstrument.stock("GOOG"))
                .withId("0a0b0c0d-1a1b-4c1d-8e1f-202122232425");
        account.position(option, "2");

        JsonNode order = onlyOrder(caller.close());

        assertThat(order.path("symbol").textValue()).isEqualTo("GOOG  251219C00250000");
        assertThat(order.path("instrument_id").textValue()).isEqualTo("0a0b0c0d-1a1b-4c1d-8e1f-202122232425");
        assertThat(order.path("instrument_type").textValue()).isEqualTo("OPTION");
        assertThat(order.path("venue").textValue()).isEqualTo("XCBO");
        assertThat(order.path("underlying_instrument_id").textValue())
                .isEqualTo("c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa");
    }

    @Test
    void close_ofSeveralPositions_createsOneOrderForEachInTheOrderOfSeeding() throws Exception {
        account.position("GOOG", "25").position("TSLA", "-3").position("ACME", "0.5");

        HttpResponse<String> response = caller.close();

        assertThat(json(response).path("data").findValuesAsText("symbol")).containsExactly("GOOG", "TSLA", "ACME");
        assertThat(account.orders())
                .extracting(SandboxOrder::id)
                .isEqualTo(json(response).path("data").findValuesAsText("id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void close_ofAnAccountWithoutPositions_answersAnEmptyList() throws Exception {
        HttpResponse<String> response = caller.close();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("data")).isEqualTo(json("[]"));
    }

    @Test
    void close_doesNotMakeTheAccountFlat() throws Exception {
        account.position("GOOG", "25");

        caller.close();

        assertThat(account.positions())
                .extracting(position -> position.quantity().toPlainString())
                .containsExactly("25");
    }

    @Test
    void close_whileTheFirstOrdersAreWorking_submitsThemAgainAndCanTurnLongIntoShort() throws Exception {
        account.position("GOOG", "25");

        caller.close();
        caller.close();
        account.fillAll();

        assertThat(account.orders())
                .extracting(order -> order.side() + " " + order.quantity())
                .containsExactly("SELL 25", "SELL 25");
        assertThat(account.positions()).extracting(SandboxPosition::toString).containsExactly("GOOG -25");
    }

    @Test
    void close_afterTheFirstOrdersHaveFilled_createsNothing() throws Exception {
        account.position("GOOG", "25");

        caller.close();
        account.fillAll();

        assertThat(json(caller.close()).path("data")).isEmpty();
        assertThat(account.positions()).isEmpty();
    }

    @Test
    void close_withCancelOrdersTrue_cancelsOpenOrdersInTheClosedSymbolsOnly() throws Exception {
        account.position("GOOG", "25")
                .openOrder(OrderTicket.buy("GOOG", "5").limit("90"))
                .openOrder(OrderTicket.sell("ACME", "1").limit("900"));

        caller.close("{\"cancel_orders\": true}");

        assertThat(account.orders())
                .extracting(order -> order.symbol() + " " + order.status())
                .containsExactly("GOOG CANCELED", "ACME NEW", "GOOG PENDING_NEW");
    }

    @Test
    void close_withCancelOrdersTrueASecondTime_replacesTheFirstClosingOrder() throws Exception {
        account.position("GOOG", "25");

        caller.close("{\"cancel_orders\": true}");
        caller.close("{\"cancel_orders\": true}");
        account.fillAll();

        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("CANCELED", "FILLED");
        assertThat(account.positions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", " {} ", "{\"cancel_orders\":null}", "{\"cancel_orders\":false}"})
    void close_withoutCancelOrders_leavesOpenOrders(String body) throws Exception {
        account.position("GOOG", "25").openOrder(OrderTicket.buy("GOOG", "5").limit("90"));

        assertThat(caller.close(body).statusCode()).isEqualTo(200);

        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("NEW", "PENDING_NEW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "x",
                "[]",
                "true",
                "\"cancel_orders\"",
                "{\"cancel_orders\":\"true\"}",
                "{\"cancel_orders\":1}",
                "{\"cancel_orders\":{}}",
                "{\"cancelOrders\":true}",
                "{\"cancel_orders\":true,\"more\":1}",
                "{\"cancel_orders\":true,\"cancel_orders\":true}",
                "{\"cancel_orders\":true",
                "{\"cancel_orders\":true}}",
                "{cancel_orders:true}"
            })
    void close_withABodyThatIsNotUnderstood_answers400AndChangesNothing(String body) throws Exception {
        account.position("GOOG", "25");

        HttpResponse<String> response = caller.close(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/error/code").intValue()).isEqualTo(400);
        assertThat(json(response).at("/error/message").textValue()).isNotBlank();
        assertThat(json(response).at("/metadata/request_id").textValue()).isNotBlank();
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void close_withABodyThatIsNotUtf8_answers400() throws Exception {
        byte[] latin1 = "{\"ä\":true}".getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> response = caller.send(caller.closing(BodyPublishers.ofByteArray(latin1)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("UTF-8");
    }

    @Test
    void close_withABodyOfMoreThanOneMebibyte_answers400() throws Exception {
        String large = "{" + " ".repeat(1024 * 1024) + "}";

        assertThat(caller.close(large).statusCode()).isEqualTo(400);
        assertThat(sandbox.requests().get(0).body()).hasSize(1024 * 1024);
    }

    @Test
    void close_withoutAnyBody_isTheSameAsAnEmptyObject() throws Exception {
        account.position("GOOG", "25");

        assertThat(caller.send(caller.closing(BodyPublishers.noBody())).statusCode())
                .isEqualTo(200);

        assertThat(account.orders()).hasSize(1);
    }
}
