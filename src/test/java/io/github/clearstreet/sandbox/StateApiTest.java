package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox as a server for other languages. */
class StateApiTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().stateOverHttp().start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void state_showsWhatWasSeededFilledAndRequested() throws Exception {
        post("positions", "{\"account_id\": 19816, \"symbol\": \"GOOG\", \"quantity\": \"25\"}");
        post(
                "orders",
                "{\"account_id\": 19816, \"side\": \"BUY\", \"symbol\": \"ACME\", \"quantity\": \"2\", \"limit_price\": \"9\"}");
        caller.close();
        post("fills", "{\"account_id\": 19816}");

        JsonNode state = json(get("state"));

        assertThat(state.at("/accounts/0/positions").findValuesAsText("symbol")).containsExactly("ACME");
        assertThat(state.at("/accounts/0/orders").findValuesAsText("status")).containsExactly("FILLED", "FILLED");
        assertThat(state.at("/accounts/0/changes/0/cause").isTextual()).isTrue();
        assertThat(state.path("requests").findValuesAsText("operation")).containsExactly("close_positions");
    }

    @Test
    void fills_fillOneOrderInPartOrInFull() throws Exception {
        SandboxAccount account = sandbox.account(ACCOUNT).openOrder(OrderTicket.buy("GOOG", "10"));
        String id = account.orders().get(0).id();

        post("fills", "{\"account_id\": 19816, \"order_id\": \"" + id + "\", \"quantity\": \"4\", \"price\": \"7.5\"}");
        assertThat(account.order(id).filledQuantity()).hasToString("4");
        post("fills", "{\"account_id\": 19816, \"order_id\": \"" + id + "\"}");

        assertThat(account.order(id).status()).isEqualTo("FILLED");
    }

    @Test
    void faults_strikeTheOperationThatIsMeant() throws Exception {
        sandbox.account(ACCOUNT).position("GOOG", "25");
        post(
                "faults",
                "{\"kind\": \"error\", \"status\": 503, \"operation\": \"close_positions\", \"after_executing\": true}");
        post("faults", "{\"kind\": \"drop\", \"operation\": \"close_position\"}");

        assertThat(caller.get("/positions").statusCode()).isEqualTo(200);
        assertThat(caller.close().statusCode()).isEqualTo(503);
        assertThat(sandbox.account(ACCOUNT).orders()).hasSize(1);
        assertThatThrownBy(() -> caller.delete("/positions/GOOG")).isInstanceOf(IOException.class);
    }

    @Test
    void reset_forgetsEverything() throws Exception {
        sandbox.account(ACCOUNT).position("GOOG", "25");

        post("reset", "");

        assertThat(json(get("state")).path("accounts")).isEmpty();
    }

    @Test
    void providerState_isSetUpAndTornDown_andReturnsTheGeneratedValues() throws Exception {
        JsonNode values = json(post(
                "provider-state",
                "{\"consumer\": \"c\", \"state\": \"account 19816 has an open order to sell 25 GOOG at the market\","
                        + " \"params\": {\"account_id\": 777}, \"action\": \"setup\"}"));

        assertThat(values.path("account_id").asLong()).isEqualTo(777);
        assertThat(values.path("order_id").asText())
                .isEqualTo(sandbox.account(777).orders().get(0).id());
        post("provider-state", "{\"state\": \"x\", \"action\": \"teardown\"}");
        assertThat(json(get("state")).path("accounts")).isEmpty();
    }

    @Test
    void providerState_withAList_returnsTheTokenOfItsSecondPage() throws Exception {
        JsonNode values = json(
                post(
                        "provider-state",
                        "{\"state\": \"account 19816 has orders, and the page token leads to the second page of them\","
                                + " \"params\": {\"list\": \"/v1/accounts/19816/orders?page_size=1\"}, \"action\": \"setup\"}"));

        assertThat(caller.get("/orders?page_size=1&page_token="
                                + values.path("page_token").asText())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("io.github.clearstreet.sandbox.PactStates#names")
    void providerState_ofThePact_canBeMade(String name) {
        assertThat(sandbox.providerState(name, Map.of())).containsKey("account_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider-state|{\"state\": \"nobody knows this\", \"action\": \"setup\"}|400",
                "positions|{\"symbol\": \"GOOG\"}|400",
                "positions|{\"account_id\": 0}|400",
                "positions|[]|400",
                "positions|{|400",
                "orders|{\"account_id\": 1, \"side\": \"HOLD\"}|400",
                "fills|{\"account_id\": 1, \"order_id\": \"x\"}|400",
                "faults|{\"kind\": \"rain\"}|400",
                "faults|{\"kind\": \"error\", \"status\": \"many\"}|400",
                "elsewhere|{}|404"
            })
    void request_thatIsNotUnderstood_isRefused(String path, String body, int status) throws Exception {
        assertThat(post(path, body).statusCode()).isEqualTo(status);
    }

    @Test
    void everything_needsTheKey_whichPactMayPutIntoTheAddress() throws Exception {
        assertThat(caller.send(caller.request("/sandbox/state").GET()).statusCode())
                .isEqualTo(401);
        assertThat(caller.send(caller.request("/sandbox/reset").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(caller.send(caller.request("/sandbox/provider-state?key=" + sandbox.apiKey())
                                .POST(BodyPublishers.ofString("{\"state\": \"\"}")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void page_holdsNoKeyAndNoData_andLoadsNothing() throws Exception {
        sandbox.account(ACCOUNT).position("SECRETSYMBOL", "25");

        HttpResponse<String> page =
                caller.send(caller.request(sandbox.page().getPath()).GET());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain(sandbox.apiKey(), "SECRETSYMBOL", "src=", "http://", "https://");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(sandbox.page().getFragment()).isEqualTo(sandbox.apiKey());
    }

    @Test
    void state_isNotServed_unlessItWasSwitchedOn() throws Exception {
        try (Sandbox usual = Sandbox.start()) {
            assertThat(new Caller(usual)
                            .send(new Caller(usual)
                                    .request("/sandbox/state")
                                    .header("Authorization", "Bearer " + usual.apiKey()))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return caller.send(caller.request("/sandbox/" + path)
                .header("Authorization", "Bearer " + sandbox.apiKey())
                .GET());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return caller.send(caller.request("/sandbox/" + path)
                .header("Authorization", "Bearer " + sandbox.apiKey())
                .POST(BodyPublishers.ofString(body)));
    }
}
