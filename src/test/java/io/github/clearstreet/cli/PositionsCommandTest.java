package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.SandboxResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsCommandTest {
    @AutoClose
    private final Shell shell = new Shell(1);

    @Test
    void positions_printsAllPages() {
        shell.account().position("GOOG", "25").position("BRK.B", "-1000.5");

        Result result = shell.positions();

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                Account 19816 at BASE_URL

                SYMBOL  TYPE          QUANTITY  AVAILABLE  PRICE      VALUE  AVERAGE PRICE  UNREALIZED PNL  INSTRUMENT ID
                BRK.B   COMMON_STOCK   -1000.5    -1000.5    100  -100050.0            100               0  5a2c1675-19de-345f-a8c3-a61c958d64f1
                GOOG    COMMON_STOCK        25         25    100       2500            100               0  c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa

                2 positions
                """);
        assertThat(shell.requests()).hasSize(2).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void positions_asJson_printsThemAsTheApiWroteThem() {
        shell.account().position("GOOG", "25").position("MSFT", "-3");

        Result result = shell.positions("--output", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("{\"outcome\":\"ACCEPTED\",\"account_id\":19816,\"request_ids\":["
                        + "\"3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c\",\"3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8d\"],"
                        + "\"positions\":[{\"account_id\":19816,")
                .contains("\"symbol\":\"GOOG\"", "\"symbol\":\"MSFT\"", "\"quantity\":\"-3\"")
                .endsWith("}]}\n")
                .hasLineCount(1);
    }

    @Test
    void positions_ofAFlatAccount_saysSo() {
        shell.account();

        assertThat(shell.positions().out()).isEqualTo("""
                Account 19816 at BASE_URL
                no positions
                """);
    }

    @Test
    void positions_whenValuesAreMissingOrUnreadable_showsAQuestionMarkAndWarns() {
        shell.sandbox().nextCall(Fault.answers(SandboxResponse.json(200, """
                {"data": [{"account_id": 19816, "symbol": "GOOG", "instrument_type": "NEW_TYPE", "quantity": "many",
                           "available_quantity": "3", "position_type": "LONG", "instrument_id": "i-1",
                           "avg_price": "\\u001b[2J", "market_value": "12.50"}],
                 "metadata": {"request_id": "r-1"}}""")));

        Result result = shell.positions();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("""
                SYMBOL  TYPE      QUANTITY  AVAILABLE  PRICE  VALUE  AVERAGE PRICE  UNREALIZED PNL  INSTRUMENT ID
                GOOG    NEW_TYPE         ?          3      -  12.50              ?               -  i-1
                """);
        assertThat(result.err().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("warning: in the response, /data/0/quantity: "));
        assertThat(result.err()).doesNotContain("\u001b");
    }

    @Test
    void positions_whenAPageComesWithAnErrorAsJson_exitsWith4AndSaysSoInTheJson() {
        shell.sandbox().nextCall(Fault.answers(SandboxResponse.json(200, """
                {"data": [], "error": {"code": 207, "message": "Some are missing."}, "metadata": {"request_id": "r-1"}}""")));

        Result result = shell.positions("--output", "json");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out())
                .contains("\"outcome\":\"UNKNOWN\"")
                .contains("it came with an error, so that rows may be missing")
                .doesNotContain("\"positions\":[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\": 207, \"message\": \"Some are missing.\"}", "\"partly\""})
    void positions_whenAPageComesWithAnError_exitsWith4AndDoesNotSayThatThereAreNone(String error) {
        shell.sandbox().nextCall(Fault.answers(SandboxResponse.json(200, """
                {"data": [], "error": %s, "metadata": {"request_id": "r-1"}}""".formatted(error))));

        Result result = shell.positions();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void positions_whenTheSecondPageFails_printsNoPositionAtAll() {
        shell.account().position("GOOG", "25").position("MSFT", "3");
        shell.sandbox().nextCall(Fault.none()).nextCall(Fault.error(500, "Broken."));

        Result result = shell.positions();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).singleElement().asString().contains("500", "Nothing was changed");
    }
}
