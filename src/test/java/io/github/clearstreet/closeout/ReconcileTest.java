package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Trigger;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileTest {
    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    private List<HeldPosition> before = List.of();

    @BeforeEach
    void hold() {
        desk.account().position("GOOG", "25").position("MSFT", "-10");
        before = desk.closeOut().preview(ACCOUNT).held();
    }

    @Test
    void reconcile_whenEveryPositionHasItsOrder_saysThatItHappened() {
        ClosingAttempt attempt = attempt(Fault.drops().afterExecuting());

        Reconciliation found = desk.closeOut().reconcile(attempt.withPositionsBefore(before));

        assertThat(found.verdict()).isEqualTo(Verdict.HAPPENED);
        assertThat(found.orders()).hasSize(2);
        assertThat(found.toString()).contains("HAPPENED", "Follow these orders");
        assertThat(found.toJson()).contains("\"verdict\":\"HAPPENED\"");
    }

    @Test
    void reconcile_whenTheOrdersHaveFilledAlready_saysSoEvenWithoutThePositionsBefore() {
        desk.account().behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(1))));
        ClosingAttempt attempt = attempt(Fault.drops().afterExecuting());
        desk.clock().advance(ofSeconds(2));

        assertThat(desk.closeOut().reconcile(attempt).verdict()).isEqualTo(Verdict.HAPPENED);
    }

    @Test
    void reconcile_beforeTheSettleTime_neverSaysThatItDidNotHappen() {
        ClosingAttempt attempt = attempt(Fault.drops()).withPositionsBefore(before);

        Reconciliation early = desk.closeOut().reconcile(attempt);
        desk.clock().advance(ofSeconds(31));
        Reconciliation late = desk.closeOut().reconcile(attempt);

        assertThat(early.verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
        assertThat(early.advice()).contains("look again at 2026-01-02T15:00:3");
        assertThat(late.verdict()).isEqualTo(Verdict.DID_NOT_HAPPEN);
    }

    @Test
    void reconcile_whenOnlySomeOrdersAreThere_isStillUnknown() {
        ClosingAttempt attempt = attempt(Fault.drops()).withPositionsBefore(before);
        desk.account().openOrder(OrderTicket.sell("GOOG", "25"));
        desk.clock().advance(ofSeconds(31));

        Reconciliation found = desk.closeOut().reconcile(attempt);

        assertThat(found.verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
        assertThat(found.orders()).hasSize(1);
        assertThat(found.advice()).contains("Treat them as yours");
    }

    @Test
    void reconcile_whenAnotherQuantityWasSold_isStillUnknown() {
        ClosingAttempt attempt = attempt(Fault.drops()).withPositionsBefore(before);
        desk.account().openOrder(OrderTicket.sell("GOOG", "7"));
        desk.clock().advance(ofSeconds(31));

        assertThat(desk.closeOut().reconcile(attempt).verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
    }

    @Test
    void reconcile_leavesOutOrdersThatDoNotClose() {
        ClosingAttempt attempt = attempt(Fault.drops()).withPositionsBefore(before);
        desk.account().openOrder(OrderTicket.buy("GOOG", "25")).openOrder(OrderTicket.sell("AAPL", "25"));
        desk.clock().advance(ofSeconds(31));

        assertThat(desk.closeOut().reconcile(attempt).verdict()).isEqualTo(Verdict.DID_NOT_HAPPEN);
    }

    @Test
    void reconcile_whenALimitOrderWorksOnTheClosingSide_isStillUnknown() {
        ClosingAttempt attempt = attempt(Fault.drops()).withPositionsBefore(before);
        desk.account().openOrder(OrderTicket.sell("GOOG", "25").limit("900"));
        desk.clock().advance(ofSeconds(31));

        Reconciliation found = desk.closeOut().reconcile(attempt);

        assertThat(found.verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
        assertThat(found.orders()).hasSize(1);
    }

    @Test
    void reconcile_whenThePositionsChangedWithoutAnOrder_isStillUnknown() {
        ClosingAttempt attempt = attempt(Fault.drops()).withPositionsBefore(before);
        desk.account().position("GOOG", "5");
        desk.clock().advance(ofSeconds(31));

        assertThat(desk.closeOut().reconcile(attempt).verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
    }

    @Test
    void reconcile_whenAReadFails_isStillUnknown() {
        ClosingAttempt attempt = attempt(Fault.drops()).withPositionsBefore(before);
        desk.clock().advance(ofSeconds(31));
        desk.sandbox().nextCall("get_positions", Fault.error(500, "Broken"));

        Reconciliation found = desk.closeOut().reconcile(attempt);

        assertThat(found.verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
        assertThat(found.advice()).contains("Broken");
    }

    @Test
    void reconcile_ofOneInstrument_looksAtThatOneOnly() {
        desk.sandbox().nextCall("close_position", Fault.drops().afterExecuting());
        String goog = before.get(0).instrumentId();
        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> desk.clearStreet().positions().closePosition(ACCOUNT, goog));

        Reconciliation found = desk.closeOut()
                .reconcile(ClosingAttempt.of(unknown).withInstrument(goog).withPositionsBefore(before));

        assertThat(found.verdict()).isEqualTo(Verdict.HAPPENED);
        assertThat(found.orders()).hasSize(1);
    }

    @Test
    void closingAttempt_ofAnotherOperation_isRefused() {
        desk.sandbox().nextCall("cancel_all_open_orders", Fault.drops());
        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> desk.clearStreet().orders().cancelAllOpenOrders(ACCOUNT));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosingAttempt.of(unknown))
                .withMessageContaining("cancel_all_open_orders");
    }

    private ClosingAttempt attempt(Fault fault) {
        desk.sandbox().nextCall("close_positions", fault);
        return ClosingAttempt.of(catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> desk.clearStreet().positions().closePositions(ACCOUNT)));
    }
}
