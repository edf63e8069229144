package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosePositionsCommandTest {
    @AutoClose
    private final Shell shell = new Shell();

    @Test
    void closePositions_whenAccepted_exitsWith0AndPrintsTheOrders() {
        shell.sandbox().account(19816).position("GOOG", "25").position("BRK.B", "-1000.5");

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(known(result.out())).isEqualTo("""
                Account 19816 at BASE_URL

                SYMBOL  SIDE  QUANTITY  FILLED  AVERAGE PRICE  TYPE    STATUS       ORDER ID
                GOOG    SELL        25       0              -  MARKET  PENDING_NEW  019c0b57-0850-7b0b-8a2c-5ee3fb5a5876
                BRK.B   BUY     1000.5       0              -  MARKET  PENDING_NEW  019c0b57-0850-7b0b-8a2c-5ee3fb5a5877

                ACCEPTED: 2 closing orders exist, they may not be filled yet (request id 3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8e)
                """);
    }

    @Test
    void closePositions_whenAcceptedAsJson_printsTheOrdersAsTheApiWroteThem() {
        shell.sandbox().account(19816).position("GOOG", "25");

        Result result = shell.closePositions("--output", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(known(result.out())).isEqualTo("""
                {"outcome":"ACCEPTED","account_id":19816,"status":200,\
                "request_id":"3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8e","orders":[{\
                "id":"019c0b57-0850-7b0b-8a2c-5ee3fb5a5876",\
                "client_order_id":"a67671f6-8d95-3d6c-a58d-2e128b095934","account_id":19816,\
                "instrument_id":"c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa","instrument_type":"COMMON_STOCK","symbol":"GOOG",\
                "side":"SELL","order_type":"MARKET","time_in_force":"DAY","quantity":"25","venue":"XNMS",\
                "status":"PENDING_NEW","filled_quantity":"0","leaves_quantity":"25",\
                "created_at":"2025-10-03T14:01:15Z","updated_at":"2025-10-03T14:01:15Z",\
                "limit_price":null,"stop_price":null,"average_fill_price":null}]}
                """);
    }

    @Test
    void closePositions_whenThereIsNothingToClose_exitsWith0AndSaysSo() {
        shell.sandbox().account(19816);

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isZero();
        assertThat(known(result.out())).isEqualTo("""
                Account 19816 at BASE_URL
                ACCEPTED: no closing orders, there was nothing to close (request id 3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8e)
                """);
    }

    @Test
    void closePositions_whenRejected_exitsWith2AndPrintsOneLineToStandardError() {
        shell.sandbox().account(19816).ownedBySomebodyElse();

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("19816", "rejected", "403", "The API key may not use this account.", "3f4a5b6c");
    }

    @Test
    void closePositions_whenRejectedAsJson_printsTheErrorAsAnObjectToo() {
        shell.account();
        shell.sandbox()
                .nextCall(
                        "close_positions",
                        Fault.error(429, "Too many requests.").retryAfter("7"));

        Result result = shell.closePositions("--output", "json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(known(result.out()))
                .startsWith("{\"outcome\":\"REJECTED\",\"account_id\":19816,\"status\":429,"
                        + "\"request_id\":\"3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8e\",\"message\":\"")
                .contains("\"error\":{\"code\":429,\"message\":\"Too many requests.\"},\"retry_after_seconds\":7,"
                        + "\"sent_at\":\"")
                .endsWith("\"}\n");
    }

    @Test
    void closePositions_whenNothingListens_exitsWith3() {
        shell.sandbox().close();

        Result result = shell.closePositions("--output", "json");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err().lines()).singleElement().asString().contains("not sent");
        assertThat(result.out())
                .startsWith("{\"outcome\":\"NOT_SENT\",\"account_id\":19816,\"message\":\"")
                .endsWith("\"}\n");
    }

    @Test
    void closePositions_whenTheAnswerIsLost_exitsWith4AndTheOrdersExist() {
        shell.sandbox().account(19816).position("GOOG", "25");
        shell.sandbox().nextCall("close_positions", Fault.drops().afterExecuting());

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("look at orders and positions before sending again");
        assertThat(shell.sandbox().account(19816).orders()).hasSize(1);
        assertThat(shell.changes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --output=table  | {}
            --cancel-orders | {"cancel_orders":true}
            --keep-orders   | {"cancel_orders":false}
            """)
    void closePositions_sendsTheChoiceAboutOpenOrders(String option, String body) {
        shell.account();

        shell.closePositions(option);

        assertThat(shell.sandbox().requests())
                .filteredOn(request -> request.method().equals("DELETE"))
                .singleElement()
                .extracting(SandboxRequest::body)
                .isEqualTo(body);
    }

    @Test
    void closePositions_withSandbox_needsNeitherKeyNorUrl() {
        Result result = shell.unset("CLEAR_STREET_API_KEY")
                .set("CLEAR_STREET_BASE_URL", "https://api.example.invalid")
                .run("close-positions", "--account", "7", "--sandbox", "--yes", "--cancel-orders");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("Account 7 at BASE_URL\n").contains("GOOG    SELL        25");
    }

    @Test
    void closePositions_withABaseUrl_prefersItToTheEnvironment() {
        Result result = shell.set("CLEAR_STREET_BASE_URL", "https://api.example.invalid")
                .run(
                        "close-positions",
                        "--yes",
                        "--account",
                        "19816",
                        "--base-url",
                        shell.sandbox().baseUrl().toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(shell.requests()).isNotEmpty();
    }

    @Test
    void closePositions_whileAnOpenOrderMayCloseAPosition_refusesAndSendsNothing() {
        shell.account().position("GOOG", "25").openOrder(OrderTicket.sell("GOOG", "25"));

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("1 open order may close the same position", "--cancel-orders", "--force");
        assertThat(result.out()).contains("Open orders in the way:");
        assertThat(shell.changes()).isEmpty();
    }

    @Test
    void closePositions_whileAnOpenOrderTradesTheOtherWay_isSent() {
        shell.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.buy("GOOG", "5").limit("90"));

        assertThat(shell.closePositions().exitCode()).isZero();

        assertThat(shell.changes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cancel-orders", "--force"})
    void closePositions_whileAnOpenOrderMayClose_isSentWhenTold(String option) {
        shell.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("120"));

        assertThat(shell.closePositions(option).exitCode()).isZero();

        assertThat(shell.changes()).hasSize(1);
    }

    @Test
    void closePositions_whenTheAccountCannotBeRead_isSentOnlyWithForce() {
        shell.account().position("GOOG", "25");
        shell.sandbox()
                .customizeResponses((request, answer) ->
                        answer.withBody(answer.body().replace("\"quantity\":\"25\"", "\"quantity\":\"many\"")));

        Result careful = shell.closePositions();

        assertThat(careful.exitCode()).isEqualTo(3);
        assertThat(shell.changes()).isEmpty();
        assertThat(shell.closePositions("--force").exitCode()).isZero();
        assertThat(shell.changes()).hasSize(1);
    }

    @Test
    void closePositions_withoutYesInAScript_showsThePlanAndExitsWith64() {
        shell.account().position("GOOG", "25");

        Result result = shell.onTheAccount("close-positions");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.out()).contains("GOOG", "SELL", "25");
        assertThat(result.err()).isEqualTo("nothing was sent: add --yes to close 1 position of account 19816\n");
        assertThat(shell.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"yes, 0, 1", "YES, 0, 1", "y, 3, 0", "no, 3, 0", "'', 3, 0"})
    void closePositions_onATerminal_asksAndObeys(String typed, int exitCode, int sent) {
        shell.account().position("GOOG", "25");

        Result result = shell.typing(typed).onTheAccount("close-positions");

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.err()).contains("GOOG", "SELL");
        assertThat(shell.changes()).hasSize(sent);
    }

    @Test
    void closePositions_withForceButWithoutYes_exitsWith64() {
        Result result = shell.onTheAccount("close-positions", "--force");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void closePositions_whenNoOrdersComeForAPositionThatIsHeld_exitsWith4() {
        shell.account().position("GOOG", "25");
        shell.sandbox()
                .nextCall(
                        "close_positions",
                        Fault.answers(SandboxResponse.json(200, "{\"data\":[],\"metadata\":{\"request_id\":\"r\"}}")));

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).contains("no closing orders, though there was 1 position");
    }

    /** How many reads come before the close is not what these tests are about, but it decides the request's id. */
    private static String known(String out) {
        return out.replaceAll("3d4e5f6a7b\\p{XDigit}{2}", "3d4e5f6a7b8e");
    }
}
