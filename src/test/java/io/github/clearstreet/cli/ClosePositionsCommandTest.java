package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.SandboxRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosePositionsCommandTest {
    @AutoClose
    private final Shell shell = new Shell();

    @Test
    void closePositions_whenAccepted_exitsWith0AndPrintsTheOrders() {
        shell.sandbox().account(19816).position("GOOG", "25").position("BRK.B", "-1000.5");

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                Account 19816 at BASE_URL

                SYMBOL  SIDE  QUANTITY  FILLED  AVERAGE PRICE  TYPE    STATUS       ORDER ID
                GOOG    SELL        25       0              -  MARKET  PENDING_NEW  019c0b57-0850-7b0b-8a2c-5ee3fb5a5876
                BRK.B   BUY     1000.5       0              -  MARKET  PENDING_NEW  019c0b57-0850-7b0b-8a2c-5ee3fb5a5877

                ACCEPTED: 2 closing orders exist, they may not be filled yet (request id 3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c)
                """);
    }

    @Test
    void closePositions_whenAcceptedAsJson_printsTheOrdersAsTheApiWroteThem() {
        shell.sandbox().account(19816).position("GOOG", "25");

        Result result = shell.closePositions("--output", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                {"outcome":"ACCEPTED","account_id":19816,"status":200,\
                "request_id":"3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c","orders":[{\
                "id":"019c0b57-0850-7b0b-8a2c-5ee3fb5a5876",\
                "client_order_id":"a67671f6-8d95-3d6c-a58d-2e128b095934","account_id":19816,\
                "instrument_id":"c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa","instrument_type":"COMMON_STOCK","symbol":"GOOG",\
                "side":"SELL","order_type":"MARKET","time_in_force":"DAY","quantity":"25","venue":"XNMS",\
                "status":"PENDING_NEW","filled_quantity":"0","leaves_quantity":"25",\
                "created_at":"2025-10-03T14:01:15Z","updated_at":"2025-10-03T14:01:15Z"}]}
                """);
    }

    @Test
    void closePositions_whenThereIsNothingToClose_exitsWith0AndSaysSo() {
        shell.sandbox().account(19816);

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("""
                Account 19816 at BASE_URL
                ACCEPTED: no closing orders, there was nothing to close (request id 3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c)
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
        shell.sandbox().nextCall(Fault.error(429, "Too many requests.").retryAfter("7"));

        Result result = shell.closePositions("--output", "json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.out())
                .startsWith("{\"outcome\":\"REJECTED\",\"account_id\":19816,\"status\":429,"
                        + "\"request_id\":\"3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c\",\"message\":\"")
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
        shell.sandbox().nextCall(Fault.drops().afterExecuting());

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("look at orders and positions before sending again");
        assertThat(shell.sandbox().account(19816).orders()).hasSize(1);
        assertThat(shell.sandbox().requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --output=table  | {}
            --cancel-orders | {"cancel_orders":true}
            --keep-orders   | {"cancel_orders":false}
            """)
    void closePositions_sendsTheChoiceAboutOpenOrders(String option, String body) {
        shell.closePositions(option);

        assertThat(shell.sandbox().requests())
                .singleElement()
                .extracting(SandboxRequest::body)
                .isEqualTo(body);
    }

    @Test
    void closePositions_withSandbox_needsNeitherKeyNorUrl() {
        Result result = shell.unset("CLEAR_STREET_API_KEY")
                .set("CLEAR_STREET_BASE_URL", "https://api.example.invalid")
                .run("close-positions", "--account", "7", "--sandbox");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("Account 7 at BASE_URL\n").contains("GOOG    SELL        25");
    }

    @Test
    void closePositions_withABaseUrl_prefersItToTheEnvironment() {
        Result result = shell.set("CLEAR_STREET_BASE_URL", "https://api.example.invalid")
                .run(
                        "close-positions",
                        "--account",
                        "19816",
                        "--base-url",
                        shell.sandbox().baseUrl().toString());

        assertThat(shell.sandbox().requests()).hasSize(1);
        assertThat(result.exitCode()).isEqualTo(2);
    }
}
