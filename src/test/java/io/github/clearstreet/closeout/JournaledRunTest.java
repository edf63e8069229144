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
import io.github.clearstreet.journal.JournalException;
import io.github.clearstreet.journal.JournaledPosition;
import io.github.clearstreet.journal.Lease;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.journal.TroubledJournal;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.model.TimeInForce;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.Trigger;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run has its account for itself over all processes, and waits for what others may have sent. */
class JournaledRunTest {
    private static final long ACCOUNT = VirtualDesk.ACCOUNT;
    private static final String CLOSE_ALL = "DELETE /v1/accounts/19816/positions";
    private static final Duration SEND_WITHIN = ofSeconds(10);

    private final Journal journal = MemoryJournal.create(new DeskClock(), this::nanos);
    private Consumer<String> trouble = method -> {};
    private final VirtualDesk desk = new VirtualDesk(
            client -> client.journal(TroubledJournal.of(journal, method -> trouble.accept(method))), 100);

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

    @Test
    void flatten_afterADirectCloseOfADeadProcess_knowsByTheOrderThatItHappened() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        String id = diedWhile("close_positions", List.of());
        desk.sandbox().nextCall("close_positions", Fault.drops().executingLater(ofSeconds(29)));
        sendAsTheDeadProcess();

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
        assertThat(state(id)).isEqualTo(AttemptState.HAPPENED);
    }

    @Test
    void flatten_afterADirectOrderOfADeadProcess_findsItByItsId_andCancelsIt() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        String id = diedWhile("submit_orders", List.of("by-hand", "never-made"));
        try (var dead = VirtualClients.of(desk.sandbox(), desk.clock()).build()) {
            dead.orders()
                    .submitOrders(
                            ACCOUNT,
                            List.of(NewOrder.builder()
                                    .id("by-hand")
                                    .symbol("GOOG")
                                    .side(Side.SELL)
                                    .quantity(new BigDecimal("25"))
                                    .orderType(OrderType.LIMIT)
                                    .limitPrice(new BigDecimal("999"))
                                    .timeInForce(TimeInForce.DAY)
                                    .build()));
        }
        desk.account().behaviour(VirtualDesk.FILLS);

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(state(id)).isEqualTo(AttemptState.HAPPENED);
        assertThat(desk.account().positionChanges()).noneMatch(change -> change.crossesZero());
    }

    @Test
    void flatten_afterOrdersWithoutIdsOfADeadProcess_doesNotSayThatTheyWereNotMade() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        String id = diedWhile("submit_orders", List.of());

        assertThat(desk.flatten().flat()).isTrue();

        assertThat(state(id)).isEqualTo(AttemptState.PENDING);
    }

    @Test
    void flatten_whenTheJournalItselfFails_reportsIt_andSendsNothing_andTheNextRunWorks() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        CloseOut closeOut = desk.closeOut();
        for (Throwable failure : List.of(new IllegalStateException("a bug"), new AssertionError("worse"))) {
            trouble = method -> sneak(failure);

            FlattenReport report = closeOut.flatten(ACCOUNT, VirtualDesk.BROKER);

            assertThat(report.stopReason()).isEqualTo(StopReason.FAILED);
            assertThat(report.message()).contains("Nothing was sent", failure.getMessage());
            assertThat(desk.changes()).isEmpty();
        }
        trouble = method -> {};
        assertThat(closeOut.flatten(ACCOUNT, VirtualDesk.BROKER).flat()).isTrue();
    }

    @Test
    void flatten_whenTheDatabaseIsAwayForAWhile_goesOn() {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(60))));
        Instant back = VirtualDesk.START.plusSeconds(25);
        trouble = method -> {
            if (method.equals("renew") && desk.clock().instant().isBefore(back)) {
                throw new JournalException("away");
            }
        };

        assertThat(desk.flatten().flat()).isTrue();

        assertThat(desk.changes()).containsExactly(CLOSE_ALL);
    }

    @Test
    void flatten_whenTheDatabaseStaysAway_endsWithItsLease_andSaysSo() {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(60))));
        trouble = method -> {
            if (!method.equals("acquire") && desk.clock().instant().isAfter(VirtualDesk.START.plusSeconds(5))) {
                throw new JournalException("away");
            }
        };

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.FAILED);
        assertThat(report.message()).contains("cannot go on: away");
        assertThat(desk.clock().instant()).isBefore(VirtualDesk.START.plusSeconds(40));
    }

    @Test
    void recover_ofAnAccountThatCannotBeRead_orWritten_resolvesTheOthers() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        long other = 7;
        desk.sandbox().account(other).position("GOOG", "1");
        diedWhile("submit_orders", List.of("mine"));
        journal.begin(new Intent(other, "submit_orders", null, List.of("its"), SEND_WITHIN, Decision.none()));
        desk.clock().advance(ofSeconds(60));
        desk.sandbox()
                .nextCall(
                        request -> request.path().startsWith("/v1/accounts/7/"), Fault.error(403, "not your account"));

        List<Reconciliation> found = desk.closeOut().recover();

        assertThat(found)
                .extracting(Reconciliation::verdict)
                .containsExactlyInAnyOrder(Verdict.STILL_UNKNOWN, Verdict.DID_NOT_HAPPEN);
        trouble = method -> {
            if (method.equals("end")) {
                throw new JournalException("disk full");
            }
        };
        assertThat(desk.closeOut().recover()).singleElement().satisfies(one -> {
            assertThat(one.verdict()).isEqualTo(Verdict.STILL_UNKNOWN);
            assertThat(one.advice()).contains("DID_NOT_HAPPEN", "disk full");
        });
    }

    @Test
    void recover_ofOrdersThatTheFilterByIdsDoesNotKnow_findsThemInTheList() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        String id = diedWhile("submit_orders", List.of("mine"));
        try (var dead = VirtualClients.of(desk.sandbox(), desk.clock()).build()) {
            dead.orders().submitOrders(ACCOUNT, List.of(sellsAll("mine")));
        }
        desk.clock().advance(ofSeconds(60));
        desk.sandbox()
                .nextCall(
                        "get_orders",
                        Fault.answers(SandboxResponse.json(200, "{\"data\":[],\"metadata\":{\"request_id\":\"r\"}}")));

        List<Reconciliation> found = desk.closeOut().recover();

        assertThat(found).extracting(Reconciliation::verdict).containsExactly(Verdict.HAPPENED);
        assertThat(state(id)).isEqualTo(AttemptState.HAPPENED);
    }

    private static NewOrder sellsAll(String id) {
        return NewOrder.builder()
                .id(id)
                .symbol("GOOG")
                .side(Side.SELL)
                .quantity(new BigDecimal("25"))
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.DAY)
                .build();
    }

    @Test
    void flatten_whenTheJournalFailsRightAfterTheAccountWasTaken_letsItGo() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        trouble = method -> {
            if (method.equals("unresolved")) {
                throw new JournalException("disk full");
            }
        };

        assertThat(desk.flatten().stopReason()).isEqualTo(StopReason.FAILED);

        trouble = method -> {};
        assertThat(journal.holder(ACCOUNT)).isEmpty();
        assertThat(desk.flatten().flat()).isTrue();
    }

    @Test
    void flatten_whenTheJournalBreaksAtTheEnd_reportsAllTheSame() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        trouble = method -> {
            if (method.equals("release")) {
                throw new IllegalStateException("a bug");
            }
        };

        assertThat(desk.flatten().flat()).isTrue();
    }

    @Test
    void flatten_whenAnErrorEndsTheJournal_reportsAllTheSame_andTheNextRunBegins() {
        desk.account().position("GOOG", "25").behaviour(VirtualDesk.FILLS);
        trouble = method -> {
            if (method.equals("release")) {
                throw new NoClassDefFoundError("a class of the driver");
            }
        };

        assertThat(desk.flatten().flat()).isTrue();
        trouble = method -> {};
        assertThat(desk.flatten().stopReason()).isNotEqualTo(StopReason.FAILED);
    }

    private static void sneak(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw (Error) failure;
    }

    private String diedWhile(String operation, List<String> ids) {
        return journal.begin(new Intent(ACCOUNT, operation, null, ids, SEND_WITHIN, Decision.none()))
                .attemptId();
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
