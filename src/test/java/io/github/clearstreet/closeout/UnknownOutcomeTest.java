package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A close of unknown outcome is looked into, and never sent again while it could still be carried out. */
class UnknownOutcomeTest {
    private static final String CLOSE_ALL = "DELETE /v1/accounts/19816/positions";

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flatten_whenTheAnswerIsLostAfterExecution_followsTheOrdersAndSendsNothingAgain() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.drops().afterExecuting());

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        assertThat(report.positions().get(0).orders()).hasSize(1);
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isLessThan(ofSeconds(10));
        assertThat(report.unresolved()).isEmpty();
        assertThat(report.resolved())
                .singleElement()
                .satisfies(request -> assertThat(request.resolution())
                        .get()
                        .asString()
                        .startsWith("carried out: resolved by SELL 25 GOOG FILLED"));
        assertThat(report.toString()).contains("RESOLVED: close_positions").doesNotContain("UNRESOLVED");
        nothingCrossedZero();
    }

    @Test
    void flatten_whenTheRequestIsLostBeforeExecution_closesAgainAfterTheSettleTime() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.drops());

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL, CLOSE_ALL);
        assertThat(report.unresolved()).isEmpty();
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isGreaterThan(ofSeconds(30));
        assertThat(report.timeline()).anyMatch(event -> event.kind() == TimelineEvent.Kind.RESOLVED);
    }

    @Test
    void flatten_whenTheRequestIsExecutedLate_waitsAndSendsNothingAgain() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.error(503, "Later").executingLater(ofSeconds(25)));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        nothingCrossedZero();
    }

    @Test
    void flatten_whenTheLostRequestMadeAnOrderThatWorks_doesNotCloseBesideIt() {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(100))));
        desk.sandbox().nextCall("close_positions", Fault.truncates());

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        assertThat(report.unresolved()).isEmpty();
        nothingCrossedZero();
    }

    @Test
    void flatten_whenSomebodyElsesOrderLooksLikeTheLostOne_followsItAndWaitsForTheLateOne() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.error(503, "Later").executingLater(ofSeconds(20)));
        boolean[] placed = {false};
        desk.beforeEachPause(() -> {
            if (!placed[0] && !desk.changes().isEmpty()) {
                placed[0] = true;
                desk.account().openOrder(OrderTicket.sell("GOOG", "10"), FILLS);
            }
        });

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        nothingCrossedZero();
    }

    @Test
    void flatten_whenThePositionGoesAwayBySomethingElse_isNotFlatBeforeTheLostOneCanNoLongerCome() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.drops());
        boolean[] placed = {false};
        desk.beforeEachPause(() -> {
            if (!placed[0] && !desk.changes().isEmpty()) {
                placed[0] = true;
                desk.account().openOrder(OrderTicket.sell("GOOG", "25").limit("1"), FILLS);
            }
        });

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isGreaterThanOrEqualTo(ofSeconds(30));
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
    }

    @Test
    void flatten_whenTheDeadlineComesFirst_saysWhatIsUnresolved() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.drops());

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withDeadline(ofSeconds(20)));

        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(report.unresolved()).singleElement().satisfies(request -> {
            assertThat(request.operation()).isEqualTo("close_positions");
            assertThat(request.sentAt()).isEqualTo(VirtualDesk.START);
        });
        assertThat(report.positions().get(0).reason()).get().asString().contains("not known yet");
    }

    @Test
    void flatten_whenNobodyCouldLookAfterTheSettleTime_stillNamesTheUnresolvedRequest() {
        desk.account().position("GOOG", "25");
        desk.sandbox().nextCall("close_positions", Fault.drops().executingLater(ofSeconds(25)));
        desk.beforeEachPause(() -> desk.sandbox().nextCall("get_orders", Fault.error(503, "Busy")));

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withDeadline(ofSeconds(45)));

        assertThat(desk.account().orders()).hasSize(1);
        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(report.unresolved()).hasSize(1);
    }

    @Test
    void flatten_whenACancelIsOfUnknownOutcome_looksBeforeItGoesOn() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(OrderTicket.sell("GOOG", "25").limit("900"));
        desk.sandbox().nextCall("cancel_open_order", Fault.drops());

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(3);
        assertThat(desk.changes().get(0)).isEqualTo(desk.changes().get(1));
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isGreaterThan(ofSeconds(30));
        nothingCrossedZero();
    }

    @Test
    void flatten_whenTheServerIsBusy_comesAgainWhenItSays() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("get_orders", Fault.error(503, "Busy").retryAfter("20"));
        desk.sandbox().nextCall("get_positions", Fault.error(502, "Bad gateway"));
        desk.sandbox().nextCall("close_positions", Fault.error(429, "Slow down").retryAfter("40"));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL, CLOSE_ALL);
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isGreaterThan(ofSeconds(60));
        assertThat(report.unresolved()).isEmpty();
    }

    @Test
    void flatten_whenReadsFailAllTheTime_isNotFlatAtTheDeadline() {
        desk.account();
        for (int i = 0; i < 200; i++) {
            desk.sandbox().nextCall("get_positions", Fault.error(503, "Busy"));
        }

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isFalse();
        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(report.endedAt()).isEqualTo(VirtualDesk.START.plus(VirtualDesk.BROKER.deadline()));
    }

    @Test
    void flatten_whenTheCloseIsRefused_stopsAndSaysWhatTheServerSaid() {
        desk.account().position("GOOG", "25");
        desk.sandbox().nextCall("close_positions", Fault.error(400, "Account is restricted"));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.REQUEST_REJECTED);
        assertThat(report.message()).contains("Account is restricted");
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
    }

    @Test
    void flatten_whenTheAccountIsSomebodyElses_stopsAtOnce() {
        desk.account().position("GOOG", "25").ownedBySomebodyElse();

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.REQUEST_REJECTED);
        assertThat(desk.sandbox().requests()).hasSize(1);
    }

    private void nothingCrossedZero() {
        assertThat(desk.account().positionChanges()).noneMatch(PositionChange::crossesZero);
    }
}
