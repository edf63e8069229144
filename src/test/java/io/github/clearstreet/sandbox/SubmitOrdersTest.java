package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static io.github.clearstreet.sandbox.Caller.onlyOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitOrdersTest {
    private static final String SELL =
            "{\"id\":\"mine\",\"symbol\":\"GOOG\",\"side\":\"SELL\",\"quantity\":\"5\",\"order_type\":\"MARKET\",\"time_in_force\":\"DAY\"}";

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT);

    @Test
    void submit_createsAnOrderThatBehavesAsTheSymbolDoes_andCarriesTheClientsId() throws Exception {
        account.position("GOOG", "5").behaviour("GOOG", OrderBehaviour.rests().fills(Trigger.afterTheResponse()));

        JsonNode order = onlyOrder(submit("[" + SELL + "]"));

        assertThat(order.path("client_order_id").asText()).isEqualTo("mine");
        assertThat(order.path("status").asText()).isEqualTo("PENDING_NEW");
        assertThat(account.positions()).isEmpty();
        assertThat(account.fills()).extracting(PositionChange::cause).containsExactly(PositionChange.Cause.API_ORDER);
    }

    @Test
    void submit_byInstrumentId_findsTheInstrument() throws Exception {
        account.position(SandboxInstrument.stock("ACME").withId("acme-id"), "5");

        JsonNode order =
                onlyOrder(submit("[" + SELL.replace("\"symbol\":\"GOOG\"", "\"instrument_id\":\"acme-id\"") + "]"));

        assertThat(order.path("symbol").asText()).isEqualTo("ACME");
    }

    @Test
    void submit_ofAPricedOrder_keepsItsPrices() throws Exception {
        JsonNode order = onlyOrder(
                submit(
                        "[{\"symbol\":\"GOOG\",\"side\":\"BUY\",\"quantity\":\"5\",\"order_type\":\"STOP_LIMIT\",\"limit_price\":\"10.5\","
                                + "\"stop_price\":\"10\",\"time_in_force\":\"GOOD_TILL_DATE\",\"expires_at\":\"2026-01-01T00:00:00Z\"}]"));

        assertThat(order.path("limit_price").asText()).isEqualTo("10.5");
        assertThat(order.path("stop_price").asText()).isEqualTo("10");
        assertThat(order.path("expires_at").asText()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void submit_isFoundByTheClientsIdAtAnyTime_andReadByItOnlyWhileOpen() throws Exception {
        submit("[" + SELL + "]");
        assertThat(caller.get("/orders/mine").statusCode()).isEqualTo(200);

        account.fillAll();

        assertThat(caller.get("/orders/mine").statusCode()).isEqualTo(404);
        assertThat(json(caller.get("/orders?order_ids=mine")).path("data")).hasSize(1);
        assertThat(caller.delete("/orders/mine").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"BAD_REQUEST, 400, 1", "CONFLICT, 409, 1", "EXISTING_ORDER, 200, 1"})
    void submit_ofAUsedId_isAnsweredAsTheTestSays_andNeverMakesASecondOrder(
            UsedIdResponse response, int status, int orders) throws Exception {
        account.usedIdResponse(response);
        submit("[" + SELL + "]");
        account.fillAll();

        assertThat(submit("[" + SELL + "]").statusCode()).isEqualTo(status);
        assertThat(account.orders()).hasSize(orders);
    }

    @Test
    void submit_withOneIdTwice_createsNothing() throws Exception {
        assertThat(submit("[" + SELL + "," + SELL + "]").statusCode()).isEqualTo(409);
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void submit_thatARiskCheckRefuses_is400WithTheReason_andCreatesNothing() throws Exception {
        account.riskRejection("ACME", "BUYING_POWER");

        HttpResponse<String> refused =
                submit("[" + SELL + "," + SELL.replace("GOOG", "ACME").replace("mine", "other") + "]");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error/details/0/reason").asText()).isEqualTo("BUYING_POWER");
        assertThat(account.orders()).isEmpty();
        account.riskRejection("ACME", null);
        assertThat(submit("[" + SELL.replace("GOOG", "ACME") + "]").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{} {}"})
    void submit_ofABodyThatIsNotJson_is400(String body) throws Exception {
        assertThat(submit(body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"side\":\"SELL\"|\"side\":\"OTHER\"",
                "\"side\":\"SELL\",|",
                "\"quantity\":\"5\"|\"quantity\":5",
                "\"quantity\":\"5\"|\"quantity\":\"0\"",
                "\"quantity\":\"5\"|\"quantity\":\"five\"",
                "\"symbol\":\"GOOG\",|",
                "\"MARKET\"|\"LIMIT\"",
                "\"DAY\"|\"GOOD_TILL_DATE\"",
                "\"DAY\"|\"DAY\",\"expires_at\":\"tomorrow\"",
                "\"DAY\"|\"DAY\",\"extended_hours\":\"yes\"",
                "\"DAY\"|\"DAY\",\"colour\":\"red\"",
                "\"mine\"|\"\"",
            })
    void submit_ofWhatIsNoNewOrder_is422NamesTheFieldAndCreatesNothing(String text, String replacement)
            throws Exception {
        HttpResponse<String> refused = submit("[" + SELL.replace(text, replacement == null ? "" : replacement) + "]");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/error/details/0/field").isTextual()).isTrue();
        assertThat(account.orders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "[1]"})
    void submit_ofWhatIsNoListOfOrders_is422(String body) throws Exception {
        assertThat(submit(body).statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> submit(String body) throws Exception {
        return caller.post("/orders", body);
    }
}
