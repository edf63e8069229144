package io.github.clearstreet.closeout;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.VirtualClients;
import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Decision;
import io.github.clearstreet.journal.Intent;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.JournaledPosition;
import io.github.clearstreet.journal.Lease;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.sandbox.Fault;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run has its account for itself over all processes, and waits for what others may have sent. */
class JournaledRunTest {
    private static final long ACCOUNT = VirtualDesk.ACCOUNT;
    private static final String CLOSE_ALL = "DELETE /v1/accounts/19816/positions";
    private static final Duration SEND_WITHIN = ofSeconds(10);

    private final Journal journal = MemoryJournal.create(new DeskClock(), this::nanos);
    private final VirtualDesk desk = new VirtualDesk(client -> client.journal(journal), 100);

    private final class DeskClock extends Clock {
        @Override
        public Instant instant() {
            return desk.clock().instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private long nanos() {
        return Duration.between(VirtualDesk.START, desk.clock().instant()).toNanos();
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void flatten_writesDownEachChange_underItsLease_withThePositions_andFreesTheAccount() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);

        assertThat(desk.flatten().flat()).isTrue();

        Attempt attempt = attempts().get(0);
        assertThat(attempt.operation()).isEqualTo("close_positions");
        assertThat(attempt.state()).isEqualTo(AttemptState.ACCEPTED);
        assertThat(attempt.leaseToken()).isEqualTo(1);
        assertThat(attempt.positions()).extracting(JournaledPosition::symbol).containsExactly("GOOG");
        assertThat(attempt.positions().get(0).quantity()).isEqualByComparingTo("25");
        assertThat(journal.holder(ACCOUNT)).isEmpty();
    }

    @Test
    void flatten_ofAnAccountThatAnotherProcessHolds_sendsNothing_andSaysWhoAndSinceWhen() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        Lease lease = journal.acquire(ACCOUNT, ofSeconds(30));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isFalse();
        assertThat(report.stopReason()).isEqualTo(StopReason.ALREADY_RUNNING);
        assertThat(report.message()).contains("process ").contains(lease.since().toString());
        assertThat(desk.sandbox().requests()).isEmpty();
        assertThat(journal.holder(ACCOUNT)).isPresent();
        desk.clock().advance(ofSeconds(30));
        assertThat(desk.flatten().flat()).isTrue();
    }

    @Test
    void twoCloseOutsOfOneClient_shareNoAccount() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        CloseOut other = desk.closeOut();
        AtomicInteger refused = new AtomicInteger();
        desk.beforeEachPause(() -> {
            if (other.flatten(ACCOUNT).stopReason() == StopReason.ALREADY_RUNNING) {
                refused.incrementAndGet();
            }
        });

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(refused).hasPositiveValue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
    }

    @Test
    void flatten_afterAProcessDiedWithARequestUnderWay_waitsForItsWindow_andClosesOnlyWhatIsLeft() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        String id = diedWhileClosing();
        desk.sandbox().nextCall("close_positions", Fault.drops().executingLater(ofSeconds(29)));
        sendAsTheDeadProcess();

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        assertThat(state(id)).isEqualTo(AttemptState.HAPPENED);
        assertThat(report.resolved()).hasSize(1);
        assertThat(desk.account().positionChanges()).noneMatch(change -> change.crossesZero());
    }

    @Test
    void flatten_afterAProcessDiedBeforeItsRequestLeft_closesWhenTheWindowIsOver_andNotBefore() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        String id = diedWhileClosing();

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        assertThat(state(id)).isEqualTo(AttemptState.DID_NOT_HAPPEN);
        assertThat(attempts().get(1).recordedAt()).isAfterOrEqualTo(VirtualDesk.START.plusSeconds(40));
        assertThat(journal.unresolved()).isEmpty();
    }

    @Test
    void flatten_whenItsOwnRequestIsLost_resolvesItInTheJournal() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        desk.sandbox().nextCall("close_positions", Fault.drops());

        assertThat(desk.flatten().flat()).isTrue();

        assertThat(attempts())
                .extracting(Attempt::state)
                .containsExactly(AttemptState.DID_NOT_HAPPEN, AttemptState.ACCEPTED);
    }

    @Test
    void flatten_thatFollows_waitsForTheOtherRun_andClosesWhatItLeft() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        Lease other = journal.acquire(ACCOUNT, Duration.ofMinutes(5));
        AtomicInteger pauses = new AtomicInteger();
        desk.beforeEachPause(() -> {
            if (pauses.incrementAndGet() == 5) {
                journal.release(other);
            }
        });

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withFollowing(true));

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        assertThat(pauses).hasValueGreaterThan(5);
    }

    @Test
    void flatten_thatFollowsForAllItsTime_sendsNothing_andSaysWho() {
        desk.account().position("GOOG", "25");
        var unused = journal.acquire(ACCOUNT, Duration.ofMinutes(30));

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withFollowing(true));

        assertThat(report.stopReason()).isEqualTo(StopReason.ALREADY_RUNNING);
        assertThat(report.message()).contains("held by");
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void flatten_pausedUntilAnotherProcessTookTheAccount_sendsNothingMore() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        AtomicInteger pauses = new AtomicInteger();
        desk.beforeEachPause(() -> {
            if (pauses.getAndIncrement() == 0) {
                desk.clock().advance(ofSeconds(31));
                journal.acquire(ACCOUNT, Duration.ofMinutes(5));
            }
        });

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.ALREADY_RUNNING);
        assertThat(desk.changes()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void recover_looksOnce_andWritesDownWhatIsKnown() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        String id = diedWhileClosing();
        CloseOut closeOut = desk.closeOut();

        assertThat(closeOut.recover()).extracting(Reconciliation::verdict).containsExactly(Verdict.STILL_UNKNOWN);
        assertThat(state(id)).isEqualTo(AttemptState.PENDING);
        desk.clock().advance(SEND_WITHIN.plusSeconds(31));

        assertThat(closeOut.recover()).extracting(Reconciliation::verdict).containsExactly(Verdict.DID_NOT_HAPPEN);
        assertThat(state(id)).isEqualTo(AttemptState.DID_NOT_HAPPEN);
        assertThat(closeOut.recover()).isEmpty();
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void recover_findsTheOrdersOfACloseThatHappened() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        String id = diedWhileClosing();
        sendAsTheDeadProcess();
        desk.clock().advance(ofSeconds(5));

        List<Reconciliation> found = desk.closeOut().recover();

        assertThat(found).extracting(Reconciliation::verdict).containsExactly(Verdict.HAPPENED);
        assertThat(state(id)).isEqualTo(AttemptState.HAPPENED);
    }

    @Test
    void recover_leavesAnAccountThatIsHeldToItsRun() {
        desk.account().position("GOOG", "25");
        diedWhileClosing();
        journal.acquire(ACCOUNT, Duration.ofMinutes(5));
        desk.clock().advance(ofSeconds(60));

        List<Reconciliation> found = desk.closeOut().recover();

        assertThat(found).extracting(Reconciliation::verdict).containsExactly(Verdict.STILL_UNKNOWN);
        assertThat(found.get(0).advice()).contains("is held by process");
        assertThat(desk.sandbox().requests()).isEmpty();
    }

    /** Another process wrote down that it is about to close 25 GOOG, and was killed. */
    private String diedWhileClosing() {
        JournaledPosition position = new JournaledPosition(
                desk.account().positions().get(0).instrument().id(), "GOOG", new BigDecimal("25"));
        return journal.begin(new Intent(
                        ACCOUNT,
                        "close_positions",
                        null,
                        List.of(),
                        SEND_WITHIN,
                        Decision.none().withPositions(List.of(position))))
                .attemptId();
    }

    /** The request itself, by a client without a journal. */
    private void sendAsTheDeadProcess() {
        try (var dead = VirtualClients.of(desk.sandbox(), desk.clock()).build()) {
            dead.positions().closePositions(ACCOUNT);
        } catch (OutcomeUnknownException e) {
            // Nobody is there to hear of it.
        }
    }

    private List<Attempt> attempts() {
        return journal.attempts(ACCOUNT, Instant.EPOCH);
    }

    private AttemptState state(String attemptId) {
        return attempts().stream()
                .filter(attempt -> attempt.id().equals(attemptId))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
