package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.Caller.json;
import static io.github.clearstreet.sandbox.Caller.onlyOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosePositionTest {
    private static final String OPTION = "GOOG  251219C00250000";

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT)
            .position("GOOG", "25")
            .position("BRK/B", "-3")
            .position(OPTION, "2");

    @ParameterizedTest
    @ValueSource(strings = {"GOOG", "c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa", "%47OOG"})
    void close_bySymbolOrId_createsTheOneOrder(String name) throws Exception {
        HttpResponse<String> answer = close(name, "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(onlyOrder(answer).path("symbol").textValue()).isEqualTo("GOOG");
        assertThat(onlyOrder(answer).path("status").textValue()).isEqualTo("PENDING_NEW");
        assertThat(account.orders()).extracting(SandboxOrder::toString).hasSize(1);
    }

    @Test
    void close_ofASymbolThatNeedsEncoding_isFound() throws Exception {
        assertThat(onlyOrder(close("BRK%2FB", "{}")).path("side").textValue()).isEqualTo("BUY");
        assertThat(onlyOrder(close("GOOG%20%20251219C00250000", "{}"))
                        .path("symbol")
                        .textValue())
                .isEqualTo(OPTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "goog", "00000000-0000-0000-0000-000000000000"})
    void close_ofWhatIsNotHeld_answersAnEmptyList(String name) throws Exception {
        HttpResponse<String> answer = close(name, "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("data")).isEqualTo(json("[]"));
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void close_twice_submitsTwoOrders() throws Exception {
        close("GOOG", "{}");
        close("GOOG", "{}");
        account.fillAll();

        assertThat(account.positions()).extracting(SandboxPosition::toString).contains("GOOG -25");
    }

    @Test
    void close_withCancelOrders_asksToCancelOrdersInThatSymbolOnly() throws Exception {
        account.openOrder(OrderTicket.buy("GOOG", "5")).openOrder(OrderTicket.buy("BRK/B", "1"));

        close("GOOG", "{\"cancel_orders\": true}");

        assertThat(account.orders()).extracting(SandboxOrder::status).containsExactly("CANCELED", "NEW", "PENDING_NEW");
    }

    @Test
    void close_withABodyThatIsNotUnderstood_answers400() throws Exception {
        assertThat(close("GOOG", "{\"cancel\": true}").statusCode()).isEqualTo(400);
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void close_ofInstructions_isNotAnInstrument() throws Exception {
        account.position("instructions", "1");

        assertThat(close("instructions", "{}").statusCode()).isEqualTo(404);
        assertThat(account.orders()).isEmpty();
    }

    private HttpResponse<String> close(String name, String body) throws Exception {
        return caller.send(caller.request("/v1/accounts/" + ACCOUNT + "/positions/" + name)
                .header("Authorization", "Bearer " + sandbox.apiKey())
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(body)));
    }
}
