package io.github.clearstreet.cli;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Trigger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FlattenCommandTest {
    private static final OrderBehaviour FILLS = OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(1)));

    @AutoClose
    private final Shell shell = new Shell();

    @Test
    void flatten_withYes_closesAndPrintsTheReport() {
        shell.account().position("GOOG", "25").position("BRK.B", "-1000.5").behaviour(FILLS);

        Result result = shell.flatten("--yes", "--quiet");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                Server BASE_URL
                Account 19816 is flat, after 2.000 s
                Nothing is held, and no order of this run can fill any more.

                SYMBOL   BEFORE  AFTER  AS OF                 REASON
                BRK.B   -1000.5      0  2025-10-03T14:01:17Z
                GOOG         25      0  2025-10-03T14:01:17Z

                Orders:
                SYMBOL  SIDE  QUANTITY  FILLED  AVERAGE PRICE  STATUS  ORDER ID
                BRK.B   BUY     1000.5  1000.5            100  FILLED  019c0b57-0850-7b0b-8a2c-5ee3fb5a5877
                GOOG    SELL        25      25            100  FILLED  019c0b57-0850-7b0b-8a2c-5ee3fb5a5876
                """);
        assertThat(shell.account().positions()).isEmpty();
    }

    @Test
    void flatten_withYes_tellsItsProgressLineByLineOnStandardError() {
        shell.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("120"))
                .behaviour(FILLS);

        Result result = shell.flatten("--yes");

        assertThat(result.err())
                .startsWith("flatten at BASE_URL: account 19816\n2025-10-03T14:01:15.000Z  STARTED          ")
                .contains(
                        "Z  CANCELLING       cancel_open_order: 019c0b57-0850-7b0b-8a2c-5ee3fb5a5876\n",
                        "Z  CLOSING          close_positions: GOOG 25\n",
                        "Z  ACCEPTED         close_positions, 1 order (request id ",
                        "Z  ORDER            SELL 25 GOOG FILLED, filled 25 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5877)\n",
                        "Z  ENDED            FLAT: ")
                .doesNotContain("\r", "\u001b");
        assertThat(result.out()).startsWith("Server BASE_URL\nAccount 19816 is flat");
    }

    @Test
    void flatten_asJson_printsTheReportAsOneObjectOnOneLine() {
        shell.account().position("GOOG", "25").behaviour(FILLS);

        Result result = shell.flatten("--yes", "--output", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isNotEmpty();
        assertThat(result.out())
                .startsWith("{\"account_id\":19816,\"flat\":true,\"stop_reason\":\"FLAT\",")
                .contains("\"quantity_after\":\"0\"", "\"timeline\":[{\"at\":\"2025-10-03T14:01:15Z\"")
                .endsWith("}\n")
                .hasLineCount(1);
    }

    @Test
    void flatten_withItsOptions_runsByThem() {
        shell.account().position("GOOG", "25").behaviour(OrderBehaviour.rests().cancels(Trigger.elapsed(ofSeconds(1))));

        Result result = shell.flatten("--yes", "--deadline", "2m", "--keep-orders", "--max-rounds", "2");

        assertThat(result.err())
                .contains("FlattenOptions[deadline=PT2M, cancelOrders=false, maxCloseAttempts=2, method=BROKER]");
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out()).contains("Account 19816 is NOT FLAT: ATTEMPT_LIMIT");
        assertThat(shell.changes()).hasSize(2);
    }

    @Test
    void flatten_withoutOptions_hasTheDefaultsThatTheHelpNames() {
        shell.account();

        assertThat(shell.flattenByDefault("--yes").err())
                .contains("deadline=PT5M, cancelOrders=true, maxCloseAttempts=3, method=OWN_ORDERS");
        assertThat(shell.run("flatten", "--help").out())
                .contains("Default: 5m.", "How often each position is closed, and each open", "Default: 3.");
    }

    @Test
    void flatten_withSandbox_endsFlatInsideItsTime() {
        Result result = shell.unset("CLEAR_STREET_API_KEY").run("flatten", "--account", "7", "--sandbox", "--yes");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Account 7 is flat");
        assertThat(result.err()).contains("CANCELLING", "PARTIALLY_FILLED, filled 10");
    }

    @Test
    void flatten_whenTextHoldsControlCharacters_printsNoneOfThem() {
        shell.account().position("GOOG", "25").behaviour(OrderBehaviour.rejects("No \u001b[2Jprice\u202e"));

        Result table = shell.flatten("--yes");
        shell.account().position("GOOG", "25");
        Result json = shell.flatten("--yes", "--output", "json");

        assertThat(table.out() + table.err()).contains("No ?[2Jprice?").doesNotContain("\u001b", "\u202e");
        assertThat(json.out()).contains("No \\u001B[2Jprice\\u202E").doesNotContain("\u001b", "\u202e");
    }
}
