package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.Guards;
import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PreviewCommandTest {
    @AutoClose
    private final Shell shell = new Shell();

    @Test
    void preview_showsWhatClosingWouldDo_andOnlyReads() {
        shell.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("120"));

        Result result = shell.preview();

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                Server BASE_URL
                Account 19816 at 2025-10-03T14:01:15Z

                SYMBOL  CLOSING SIDE  QUANTITY  VALUE  OPEN ORDERS  INSTRUMENT ID
                GOOG    SELL                25   2500            1  c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa

                Open orders in the way:
                SYMBOL  SIDE  QUANTITY  FILLED  AVERAGE PRICE  STATUS  ORDER ID
                GOOG    SELL         5       0              -  NEW     019c0b57-0850-7b0b-8a2c-5ee3fb5a5876
                """);
        assertThat(shell.requests()).hasSize(4).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void preview_asJson_printsOneObject() {
        shell.account().position("GOOG", "25");

        Result result = shell.preview("--output", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("""
                {"account_id":19816,"flat":false,"taken_at":"2025-10-03T14:01:15Z","positions":[{"symbol":"GOOG",\
                "instrument_id":"c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa","side":"SELL","quantity":"25",\
                "market_value":"2500","open_orders":[]}],"other_open_orders":[],"problems":[],"remarks":[]}
                """);
    }

    @Test
    void preview_whenAListIsNotWhole_exitsWith4AndSaysSoInsteadOfFlat() {
        shell.account();
        shell.sandbox().nextCall("get_positions", Fault.answers(SandboxResponse.json(200, """
                {"data": [], "error": {"code": 207, "message": "Some\\u001b are missing."}, "metadata": {"request_id": "r-1"}}""")));

        Result result = shell.preview();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out())
                .contains("PROBLEM: not everything could be read: ", "Some? are missing.")
                .doesNotContain("is flat", "\u001b");
    }

    @Test
    void preview_whenAPositionCannotBeRead_exitsWith4() {
        shell.account().position("GOOG", "25").position("MSFT", "3");
        shell.sandbox()
                .customizeResponses((request, answer) ->
                        answer.withBody(answer.body().replace("\"quantity\":\"25\"", "\"quantity\":\"many\"")));

        Result result = shell.preview();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).contains("MSFT", "PROBLEM: a position could not be read");
    }

    @Test
    void preview_whenAGuardWouldRefuse_exitsWith0BecauseEverythingIsRead() {
        shell.account().position("GOOG", "25");

        Result result = shell.guards(Guards.none().withDryRun(true)).preview();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("PROBLEM: a guard of the client would refuse the close");
    }
}
