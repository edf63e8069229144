package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.OrderTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code flatten} without {@code --yes}: nothing but reads, and nothing that a script could take for a flat account. */
class DryRunTest {
    @AutoClose
    private final Shell shell = new Shell();

    @AfterEach
    void nothingIsSentButReads() {
        assertThat(shell.changes()).isEmpty();
        assertThat(shell.requests()).isNotEmpty();
    }

    @Test
    void flatten_withoutYes_printsThePreviewAndWhatYesWouldDo() {
        shell.account()
                .position("GOOG", "25")
                .position("MSFT", "-3")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("120"));

        Result result = shell.flatten();

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("Server BASE_URL\nAccount 19816 at 2025-10-03T14:01:15Z\n\nSYMBOL  CLOSING SIDE  ")
                .endsWith(
                        "\n\nDRY RUN: nothing was changed. Add --yes to cancel 1 open order and close 2 positions.\n");
    }

    @Test
    void flatten_withoutYesButKeepOrders_saysWhichPositionsStay() {
        shell.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("120"))
                .openOrder(OrderTicket.buy("AAPL", "5").limit("1"));

        Result result = shell.flatten("--keep-orders");

        assertThat(result.out())
                .endsWith("DRY RUN: nothing was changed."
                        + " Add --yes to close 1 position, but none that one of 2 open orders could close as well.\n");
    }

    @Test
    void flatten_withoutYesAsJson_hasTheFlatOfThePreviewOnlyInsideIt() {
        shell.account().position("GOOG", "25");

        Result result = shell.flatten("--output", "json");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out())
                .startsWith("{\"dry_run\":true,\"message\":\"nothing was changed. Add --yes to close 1 position.\","
                        + "\"preview\":{\"account_id\":19816,\"flat\":false,")
                .endsWith("}}\n");
    }

    @Test
    void flatten_withoutYesOnAFlatAccount_exitsWith0BecauseItIsFlat() {
        shell.account();

        Result result = shell.flatten();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("Account 19816 is flat at ")
                .endsWith("DRY RUN: nothing was changed. Nothing is held.\n");
    }

    @Test
    void flatten_withoutYesWhenOnlyOrdersAreOpen_exitsWith5UnlessTheyAreKept() {
        shell.account().openOrder(OrderTicket.buy("GOOG", "5").limit("90"));

        Result result = shell.flatten();

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out())
                .endsWith("DRY RUN: nothing was changed. Nothing is held. Add --yes to cancel 1 open order.\n");
        assertThat(shell.flatten("--keep-orders").exitCode()).isZero();
    }

    @Test
    void flatten_withoutYesWhenTheOnlyPositionCannotBeRead_isNotTakenForFlat() {
        shell.account().position("GOOG", "25");
        shell.sandbox()
                .customizeResponses((request, answer) ->
                        answer.withBody(answer.body().replace("\"quantity\":\"25\"", "\"quantity\":\"many\"")));

        Result result = shell.flatten();

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out())
                .contains("PROBLEM: a position could not be read")
                .endsWith("DRY RUN: nothing was changed. What is held is not known.\n");
    }
}
