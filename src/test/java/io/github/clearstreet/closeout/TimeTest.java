package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that are wrong, or are set while a run is under way; and runs that follow one another. */
class TimeTest {
    private static final FlattenOptions BROKER = FlattenOptions.defaults().withMethod(ClosingMethod.BROKER);

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    private Duration step = Duration.ZERO;

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 300, -300, 600, 86_400 * 3})
    void flatten_whenTheClocksDiffer_findsItsOrderAndClosesOnce(int secondsAhead) {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(50))));
        desk.sandbox().nextCall("close_positions", Fault.drops().afterExecuting());
        step = ofSeconds(secondsAhead);

        FlattenReport report = closeOut().flatten(ACCOUNT, BROKER);

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        nothingCrossedZero();
    }

    @Test
    void flatten_whenTheClocksDiffer_followsSomebodyElsesCloseToo() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        step = Duration.ofMinutes(5);
        boolean[] placed = {false};
        desk.sandbox().nextCall("close_positions", Fault.drops());
        desk.beforeEachPause(() -> {
            if (!placed[0]) {
                placed[0] = true;
                desk.account()
                        .openOrder(
                                OrderTicket.sell("GOOG", "25"),
                                OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(50))));
            }
        });

        FlattenReport report = closeOut().flatten(ACCOUNT, BROKER);

        assertThat(report.flat()).isTrue();
        nothingCrossedZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 300})
    void reconcile_whenTheClocksDiffer_findsTheOrder(int secondsAhead) {
        desk.account().position("GOOG", "25");
        List<HeldPosition> before = closeOut().preview(ACCOUNT).held();
        desk.sandbox().nextCall("close_positions", Fault.drops().afterExecuting());
        Instant sentAt = desk.clock().instant().plusSeconds(secondsAhead);
        var unused = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> desk.clearStreet().positions().closePositions(ACCOUNT));
        step = ofSeconds(secondsAhead);
        desk.clock().advance(ofSeconds(60));

        Reconciliation found =
                closeOut().reconcile(ClosingAttempt.sentAt(ACCOUNT, sentAt).withPositionsBefore(before));

        assertThat(found.verdict()).isEqualTo(Verdict.HAPPENED);
    }

    @Test
    void reconcile_whenTheServerDoesNotTellItsTime_neverSaysThatItDidNotHappen() {
        desk.account().position("GOOG", "25");
        desk.sandbox().customizeResponses((request, answer) -> answer.withHeader("Date", "some time"));
        ClosingAttempt attempt = ClosingAttempt.sentAt(ACCOUNT, desk.clock().instant());
        desk.clock().advance(Duration.ofMinutes(5));

        assertThat(closeOut().reconcile(attempt).verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
    }

    @Test
    void reconcile_whenTheClockWasSetForward_doesNotTakeThatForTimePassed() {
        desk.account().position("GOOG", "25");
        ClosingAttempt attempt = ClosingAttempt.sentAt(ACCOUNT, desk.clock().instant());
        step = ofSeconds(60);

        assertThat(closeOut().reconcile(attempt).verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 600, -600})
    void flatten_whenTheClockIsSetAfterALostClose_waitsTheWholeWindow(int seconds) {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.drops().executingLater(ofSeconds(25)));
        desk.beforeEachPause(() -> step = desk.changes().isEmpty() ? Duration.ZERO : ofSeconds(seconds));

        FlattenReport report = closeOut().flatten(ACCOUNT, BROKER);

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        nothingCrossedZero();
    }

    @Test
    void flatten_whenTheClockIsSetBack_keepsItsDeadline() {
        desk.account().position("GOOG", "25");
        desk.beforeEachPause(() -> step = Duration.ofMinutes(-10));

        FlattenReport report =
                closeOut().flatten(ACCOUNT, FlattenOptions.defaults().withDeadline(Duration.ofMinutes(1)));

        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(desk.clock().instant()).isEqualTo(VirtualDesk.START.plusSeconds(60));
    }

    @Test
    void flatten_afterARunThatLeftARequestUnresolved_waitsForThat() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.drops().executingLater(ofSeconds(25)));
        CloseOut closeOut = closeOut();

        FlattenReport first = closeOut.flatten(ACCOUNT, BROKER.withDeadline(ofSeconds(15)));
        FlattenReport second = closeOut.flatten(ACCOUNT, BROKER);

        assertThat(first.unresolved()).hasSize(1);
        assertThat(first.message()).contains("a later run of the same close-out waits for it");
        assertThat(second.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        nothingCrossedZero();
    }

    private CloseOut closeOut() {
        return desk.builder().clock(new SetClock()).build();
    }

    private void nothingCrossedZero() {
        assertThat(desk.account().positionChanges()).noneMatch(PositionChange::crossesZero);
    }

    private final class SetClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return desk.clock().instant().plus(step);
        }
    }
}
