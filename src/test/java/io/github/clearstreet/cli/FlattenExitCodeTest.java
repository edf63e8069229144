package io.github.clearstreet.cli;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.Guards;
import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Trigger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runs that are not flat: 4 if anything is unresolved, 2 or 3 if nothing was changed, and otherwise 5. */
class FlattenExitCodeTest {
    private static final OrderBehaviour FILLS = OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(1)));

    @AutoClose
    private final Shell shell = new Shell();

    @Test
    void flatten_whenTheKeyIsRefused_exitsWith2BecauseNothingWasChanged() {
        shell.account().ownedBySomebodyElse();

        Shell.Result result = shell.flatten("--yes");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("ENDED            REQUEST_REJECTED", "was rejected with");
        assertThat(shell.changes()).isEmpty();
    }

    @Test
    void flatten_whenTheOnlyCloseIsRejected_exitsWith2BecauseNothingWasChanged() {
        shell.account().position("GOOG", "25");
        shell.sandbox().nextCall("close_positions", Fault.error(422, "Not now."));

        assertEnds(2, "REQUEST_REJECTED");
        assertThat(shell.account().orders()).isEmpty();
    }

    @Test
    void flatten_whenTheMarketIsClosedForTheOnlyClose_exitsWith2BecauseNothingWasChanged() {
        shell.account().position("GOOG", "25");
        shell.sandbox().nextCall("close_positions", Fault.error(422, "The market is closed."));

        assertEnds(2, "MARKET_CLOSED");
    }

    @Test
    void flatten_whenAGuardRefuses_exitsWith3AndSendsNothing() {
        shell.account().position("GOOG", "25");
        shell.guards(Guards.none().withDryRun(true));

        assertEnds(3, "REFUSED_BY_GUARD");
        assertThat(shell.changes()).isEmpty();
    }

    @Test
    void flatten_whenTheRunItselfFails_exitsWith4() {
        shell.account().position("GOOG", "25");
        shell.beforeEachWait(() -> {
            throw new IllegalStateException("a bug");
        });

        Result result = assertEnds(4, "FAILED");

        assertThat(result.out()).contains("a bug", "PENDING_NEW");
    }

    @Test
    void flatten_whenAPositionCannotBeRead_exitsWith5AndSendsNothing() {
        shell.account().position("GOOG", "25");
        shell.sandbox()
                .customizeResponses((request, answer) ->
                        answer.withBody(answer.body().replace("\"quantity\":\"25\"", "\"quantity\":\"many\"")));

        assertEnds(5, "UNREADABLE");
        assertThat(shell.changes()).isEmpty();
    }

    @Test
    void flatten_whenTheCloseIsRejectedAfterACancel_exitsWith5BecauseAnOrderIsGone() {
        shell.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("120"));
        shell.sandbox().nextCall("close_positions", Fault.error(422, "Not now."));

        assertEnds(5, "REQUEST_REJECTED");
    }

    @Test
    void flatten_whenNothingListens_exitsWith3AtTheDeadline() {
        shell.sandbox().close();

        assertEnds(3, "DEADLINE");
    }

    @Test
    void flatten_whenTheOutcomeStaysUnknown_exitsWith4AndSendsNothingElse() {
        shell.account().position("GOOG", "25");
        shell.sandbox().nextCall("close_positions", Fault.drops());

        Result result = assertEnds(4, "DEADLINE", "--deadline", "25s");

        assertThat(result.out()).contains("UNRESOLVED: close_positions sent at 2025-10-03T14:01:15Z");
        assertThat(shell.changes()).hasSize(1);
    }

    @Test
    void flatten_whenAnUnknownOutcomeIsResolvedByItsOrders_exitsWith0() {
        shell.account().position("GOOG", "25").behaviour(FILLS);
        shell.sandbox().nextCall("close_positions", Fault.drops().afterExecuting());

        Result result = shell.flatten("--yes");

        assertThat(result.exitCode()).isZero();
        assertThat(shell.changes()).hasSize(1);
    }

    @Test
    void flatten_whenAnOrderIsRejected_exitsWith5AndSaysWhy() {
        shell.account().position("GOOG", "25").behaviour(OrderBehaviour.rejects("No price."));

        Result result = assertEnds(5, "ORDER_REJECTED");

        assertThat(result.out()).contains("No price.");
    }

    @Test
    void flatten_whenOrdersAreStillOpenAtTheDeadline_exitsWith5AndListsThem() {
        shell.account().position("GOOG", "25");

        Result result = assertEnds(5, "DEADLINE", "--deadline", "1m");

        assertThat(result.out()).contains("GOOG    SELL        25       0              -  PENDING_NEW");
    }

    @Test
    void flatten_whenAKeptOrderIsInTheWay_exitsWith5AndSendsNothing() {
        shell.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("120"));

        assertEnds(5, "OPEN_ORDERS", "--keep-orders");
        assertThat(shell.changes()).isEmpty();
    }

    private Result assertEnds(int exitCode, String stopReason, String... options) {
        Result result = shell.flatten(
                Stream.concat(Stream.of("--yes"), Stream.of(options)).toArray(String[]::new));
        assertThat(result.out()).contains("Account 19816 is NOT FLAT: " + stopReason + ",");
        assertThat(result.exitCode()).isEqualTo(exitCode);
        return result;
    }
}
