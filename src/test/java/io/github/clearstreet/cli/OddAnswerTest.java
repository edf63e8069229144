package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.SandboxResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepted answers that are not as they should be: nothing of them may be hidden, and nothing may steer the terminal. */
class OddAnswerTest {
    @AutoClose
    private final Shell shell = new Shell();

    @Test
    void closePositions_whenValuesAreMissingOrUnreadable_showsTheRestAndWarns() {
        answer("""
                {"data": [
                  {"id": "1", "account_id": 19816, "side": "SELL", "order_type": "MARKET", "time_in_force": "DAY",
                   "quantity": "abc", "venue": "XNMS", "status": "FILLED", "filled_quantity": "12345678.5",
                   "leaves_quantity": "0", "average_fill_price": "101.20",
                   "created_at": "2025-10-03T14:01:15Z", "updated_at": "2025-10-03T14:01:15Z"},
                  {"id": "2", "account_id": 19816, "symbol": "GOOG", "side": "NEW_SIDE", "order_type": "MARKET",
                   "time_in_force": "DAY", "quantity": "7", "venue": "XNMS", "status": "PENDING_NEW",
                   "queue_state": "AWAITING_RELEASE", "leaves_quantity": "7",
                   "created_at": "2025-10-03T14:01:15Z", "updated_at": "2025-10-03T14:01:15Z"}
                ], "metadata": {"request_id": "r-1"}}""");

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("""
                Account 19816 at BASE_URL

                SYMBOL  SIDE      QUANTITY      FILLED  AVERAGE PRICE  TYPE    STATUS                          ORDER ID
                -       SELL         "abc"  12345678.5         101.20  MARKET  FILLED                          1
                GOOG    NEW_SIDE         7           -              -  MARKET  PENDING_NEW (AWAITING_RELEASE)  2

                ACCEPTED: 2 closing orders exist, they may not be filled yet (request id r-1)
                """);
        assertThat(result.err().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("warning: in the response, /data/0/quantity: ")
                        .contains("\"abc\""))
                .anySatisfy(line -> assertThat(line).startsWith("warning: in the response, /data/1/filled_quantity: "));
    }

    @Test
    void closePositions_whenTextHoldsControlCharacters_printsNoneOfThem() {
        answer("""
                {"data": [
                  {"id": "1", "account_id": 19816, "symbol": "\\u001b[2JGOOG", "side": "SELL", "order_type": "MARKET",
                   "time_in_force": "DAY", "quantity": "7", "venue": "XNMS", "status": "NEW", "filled_quantity": "0",
                   "leaves_quantity": "7", "created_at": "2025-10-03T14:01:15Z", "updated_at": "2025-10-03T14:01:15Z"}
                ], "metadata": {"request_id": "r-1\\u202e\\r"}}""");

        Result result = shell.closePositions();

        assertThat(result.out()).contains("?[2JGOOG").contains("(request id r-1??)");
        assertThat(result.out() + result.err()).doesNotContain("\u001b", "\u202e", "\r");
    }

    @Test
    void closePositions_whenAcceptedWithAnError_warnsAndPutsItIntoTheJson() {
        answer("""
                {"data": [], "error": {"code": 207, "message": "One position was left."}, "metadata": {"request_id": "r-1"}}""");

        Result result = shell.closePositions("--output", "json");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).isEqualTo("""
                {"outcome":"ACCEPTED","account_id":19816,"status":200,"request_id":"r-1","orders":[],\
                "error":{"code":207,"message":"One position was left."}}
                """);
        assertThat(result.err())
                .isEqualTo("warning: the server accepted with an error: "
                        + "{\"code\":207,\"message\":\"One position was left.\"}\n");
    }

    @Test
    void closePositions_whenTheErrorOfAnAcceptedAnswerCannotBeRead_warnsAndPrintsTheRest() {
        answer("""
                {"data": [], "error": "partly", "metadata": {"request_id": "r-1"}}""");

        Result result = shell.closePositions("--output", "json");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).isEqualTo("""
                {"outcome":"ACCEPTED","account_id":19816,"status":200,"request_id":"r-1","orders":[]}
                """);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("warning: in the response, /error: ")
                .contains("partly");
    }

    @Test
    void closePositions_whenAnUnreadableValueIsPrettyPrinted_printsJsonOnOneLine() throws Exception {
        answer("""
                {"data": [
                  {"id": "1", "account_id": 19816, "symbol": "GOOG", "quantity": {
                    "amount": "25\\u001b"
                  }}
                ], "metadata": {"request_id": "r-1"}}""");

        Result result = shell.closePositions("--output", "json");

        assertThat(result.out()).hasLineCount(1).doesNotContain("\u001b");
        assertThat(new ObjectMapper()
                        .readTree(result.out())
                        .at("/orders/0/quantity/amount")
                        .asText())
                .isEqualTo("25\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\": 207, \"message\": \"One position was left.\"}", "\"partly\""})
    void closePositions_whenAcceptedWithAnErrorAndNoOrders_doesNotSayThatThereWasNothingToClose(String error) {
        answer("""
                {"data": [], "error": %s, "metadata": {"request_id": "r-1"}}""".formatted(error));

        Result result = shell.closePositions();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).isEqualTo("""
                Account 19816 at BASE_URL
                ACCEPTED: no closing orders in the response, which came with an error: look at positions (request id r-1)
                """);
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void closePositions_whenAcceptedWithAnErrorAndAnOrder_saysBoth() {
        answer("""
                {"data": [{"id": "1", "account_id": 19816}], "error": {"code": 207, "message": "One was left."},
                 "metadata": {"request_id": "r-1"}}""");

        assertThat(shell.closePositions().out())
                .endsWith("ACCEPTED: 1 closing order exists, it may not be filled yet;"
                        + " the response came with an error: look at positions (request id r-1)\n");
    }

    @Test
    void closePositions_whenTheQueueStateCannotBeRead_showsTheStatusAllTheSame() {
        answer("""
                {"data": [{"id": "1", "account_id": 19816, "status": "PENDING_NEW", "queue_state": [7]}],
                 "metadata": {"request_id": "r-1"}}""");

        assertThat(shell.closePositions().out()).contains("  PENDING_NEW ([7])  1\n");
    }

    private void answer(String json) {
        shell.account();
        shell.sandbox().nextCall("close_positions", Fault.answers(SandboxResponse.json(200, json)));
    }
}
