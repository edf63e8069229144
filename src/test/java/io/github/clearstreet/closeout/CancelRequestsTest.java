package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.TimelineEvent.Kind.ACCEPTED;
import static io.github.clearstreet.closeout.TimelineEvent.Kind.CANCELLING;
import static io.github.clearstreet.closeout.TimelineEvent.Kind.NOT_SENT;
import static io.github.clearstreet.closeout.TimelineEvent.Kind.OUTCOME_UNKNOWN;
import static io.github.clearstreet.closeout.TimelineEvent.Kind.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.Guards;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderTicket;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each outcome of a cancel means for the order, and for the cancels after it. */
class CancelRequestsTest {
    private static final String CANCEL = "cancel_open_order";

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    private final RunParts run = new RunParts(desk);
    private List<OrderState> due = List.of();

    @BeforeEach
    void openOrders() {
        desk.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5").limit("900"))
                .openOrder(OrderTicket.sell("GOOG", "6").limit("900"));
        due = desk.account().orders().stream()
                .map(order -> Texts.order(order.id(), "NEW"))
                .toList();
    }

    @Test
    void send_ofOrdersOfOthersOnly_cancelsThemAllAtOnce() {
        run.cancels.send(due);

        assertThat(desk.changes()).containsExactly("DELETE /v1/accounts/19816/orders");
        assertThat(run.kinds()).containsExactly(CANCELLING, ACCEPTED);
    }

    @Test
    void send_besideAnOrderOfTheRun_cancelsOneByOne() {
        sendOneByOne();

        assertThat(desk.changes()).hasSize(2).allMatch(request -> request.contains("/orders/"));
        assertThat(run.kinds()).containsExactly(CANCELLING, ACCEPTED, CANCELLING, ACCEPTED);
        assertThat(stillDue()).isEmpty();
    }

    @Test
    void send_whenNotSent_waitsAndLeavesThemDue() {
        desk.sandbox().close();

        sendOneByOne();

        assertThat(run.kinds()).containsExactly(CANCELLING, NOT_SENT);
        assertThat(run.pauses).containsExactly(RunParts.FIRST_POLL);
        assertThat(stillDue()).isEqualTo(due);
    }

    @Test
    void send_whenAGuardRefuses_endsTheRun() {
        try (VirtualDesk guarded =
                new VirtualDesk(client -> client.guards(Guards.none().withDryRun(true)), 100)) {
            RunParts parts = new RunParts(guarded);

            RunEnded end = catchThrowableOfType(RunEnded.class, () -> parts.cancels.send(due));

            assertThat(end.reason()).isEqualTo(StopReason.REFUSED_BY_GUARD);
            assertThat(end).hasMessageContaining("dry run");
            assertThat(parts.kinds()).containsExactly(CANCELLING, NOT_SENT);
            assertThat(guarded.sandbox().requests()).isEmpty();
        }
    }

    @Test
    void send_whenTheServerIsBusy_waitsAndLeavesThemDue() {
        desk.sandbox().nextCall(CANCEL, Fault.error(429, "Slow down"));

        sendOneByOne();

        assertThat(desk.changes()).hasSize(1);
        assertThat(run.kinds()).containsExactly(CANCELLING, REJECTED);
        assertThat(run.pauses).containsExactly(RunParts.SLOWEST_POLL);
        assertThat(stillDue()).isEqualTo(due);
    }

    @Test
    void send_whenTheServerSaysWhenToCome_leavesTheWaitToTheNextRequest() {
        desk.sandbox().nextCall(CANCEL, Fault.error(429, "Slow down").retryAfter("40"));

        sendOneByOne();

        assertThat(desk.changes()).hasSize(1);
        assertThat(run.pauses).isEmpty();
        assertThat(stillDue()).isEqualTo(due);
    }

    @Test
    void send_whenTheOrderIsNotFound_goesOnAndAwaitsTheList() {
        desk.sandbox().nextCall(CANCEL, Fault.error(404, "No such order"));

        sendOneByOne();

        assertThat(run.kinds()).containsExactly(CANCELLING, REJECTED, CANCELLING, ACCEPTED);
        assertThat(run.state.cancels().refusal(due.get(0))).isEmpty();
        assertThat(run.state.cancels().mayGoAway(due.get(0), run.time.now())).isTrue();
        assertThat(run.pauses).isEmpty();
        assertThat(stillDue()).isEmpty();
    }

    @Test
    void send_whenTheOrderCannotBeCancelled_goesOnAndGivesItUp() {
        desk.sandbox().nextCall(CANCEL, Fault.error(409, "Too late to cancel"));

        sendOneByOne();

        assertThat(desk.changes()).hasSize(2);
        assertThat(run.state.cancels().refusal(due.get(0)).orElseThrow()).contains("Too late to cancel");
        assertThat(run.state.cancels().mayGoAway(due.get(0), run.time.now())).isFalse();
        assertThat(run.state.cancels().refusal(due.get(1))).isEmpty();
    }

    @Test
    void send_whenForbidden_endsTheRun() {
        desk.sandbox().nextCall(CANCEL, Fault.error(403, "Read only"));

        RunEnded end = catchThrowableOfType(RunEnded.class, this::sendOneByOne);

        assertThat(end.reason()).isEqualTo(StopReason.REQUEST_REJECTED);
        assertThat(end).hasMessageContaining("Read only");
        assertThat(desk.changes()).hasSize(1);
    }

    @Test
    void send_whenTheOutcomeIsUnknown_sendsNoMoreAndIsInDoubt() {
        desk.sandbox().nextCall(CANCEL, Fault.drops());

        sendOneByOne();

        assertThat(desk.changes()).hasSize(1);
        assertThat(run.kinds()).containsExactly(CANCELLING, OUTCOME_UNKNOWN);
        assertThat(run.state.doubts().pending())
                .singleElement()
                .satisfies(request -> assertThat(request.operation()).isEqualTo(CANCEL));
    }

    @Test
    void send_ofAnIdThatIsNoIdentifier_goesOnAndGivesItUp() {
        OrderState odd = Texts.order("..", "NEW");
        due = List.of(odd, due.get(0));

        sendOneByOne();

        assertThat(desk.changes()).hasSize(1);
        assertThat(run.state.cancels().refusal(odd).orElseThrow()).contains("identifier");
        assertThat(run.state.cancels().mayGoAway(odd, run.time.now())).isFalse();
    }

    private void sendOneByOne() {
        run.state.book().update(List.of(Texts.order("ours", "NEW")));
        run.state.book().addOurs("ours");
        run.cancels.send(due);
    }

    private List<OrderState> stillDue() {
        return run.state.cancels().due(due, run.time.now());
    }
}
