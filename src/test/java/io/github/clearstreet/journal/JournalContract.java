package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What every journal does. Two instances are open on one store, as two processes have it. */
abstract class JournalContract {
    static final long ACCOUNT = 19816;
    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration SEND_WITHIN = Duration.ofSeconds(10);

    /** The journal of one process. */
    abstract Journal one();

    /** The journal of another; the same instance where there is only one process. */
    abstract Journal other();

    /** Lets time pass for the journal and for its users. */
    abstract void pass(Duration time);

    /** Lets time pass as it does while the machine sleeps: its monotonic clock stands still. */
    abstract void sleep(Duration time);

    static Intent close(Decision decision) {
        return new Intent(ACCOUNT, "close_positions", null, List.of(), SEND_WITHIN, decision);
    }

    static Intent cancel(Decision decision) {
        return new Intent(ACCOUNT, "cancel_open_order", null, List.of("order-1"), SEND_WITHIN, decision);
    }

    static AttemptOutcome outcome(AttemptState state) {
        return AttemptOutcome.of(state, "why");
    }

    @Test
    void begin_isSeenByTheOther_withAllThatWasSaid() {
        JournaledPosition position = new JournaledPosition("id-1", "BRK \"B\"\n", new BigDecimal("-25.50"));
        Instant serverTime = Instant.parse("2026-11-25T16:18:50Z");
        Lease lease = one().acquire(ACCOUNT, LEASE);
        Decision decision = Decision.none()
                .withLease(lease)
                .withPositions(List.of(position))
                .withServerTime(serverTime);

        SendPermit permit =
                one().begin(new Intent(ACCOUNT, "submit_orders", "id-1", List.of("a", "b"), SEND_WITHIN, decision));

        Attempt attempt = other().unresolved(ACCOUNT).get(0);
        assertThat(attempt.id()).isEqualTo(permit.attemptId());
        assertThat(attempt.accountId()).isEqualTo(ACCOUNT);
        assertThat(attempt.operation()).isEqualTo("submit_orders");
        assertThat(attempt.instrumentId()).isEqualTo("id-1");
        assertThat(attempt.ids()).containsExactly("a", "b");
        assertThat(attempt.positions()).containsExactly(position);
        assertThat(attempt.by()).isEqualTo(ProcessIdentity.current());
        assertThat(attempt.sendBy()).isEqualTo(attempt.recordedAt().plus(SEND_WITHIN));
        assertThat(attempt.leaseToken()).isEqualTo(lease.token());
        assertThat(attempt.serverTime()).isEqualTo(serverTime);
        assertThat(attempt.outcomes()).isEmpty();
        assertThat(attempt.state()).isEqualTo(AttemptState.PENDING);
        assertThat(attempt.latestSending()).isEqualTo(attempt.sendBy());
    }

    @Test
    void end_withAResolvedOutcome_takesItFromTheUnresolved_andStaysInTheAudit() {
        String id = one().begin(close(Decision.none())).attemptId();

        one().end(id, new AttemptOutcome(AttemptState.ACCEPTED, 200, "request-1", List.of("order-1"), null));

        assertThat(other().unresolved(ACCOUNT)).isEmpty();
        assertThat(other().unresolved()).isEmpty();
        Attempt attempt = other().attempts(ACCOUNT, Instant.EPOCH).get(0);
        assertThat(attempt.outcomes().get(0).outcome())
                .isEqualTo(new AttemptOutcome(AttemptState.ACCEPTED, 200, "request-1", List.of("order-1"), null));
        assertThat(attempt.outcomes().get(0).by()).isEqualTo(ProcessIdentity.current());
        assertThat(attempt.state()).isEqualTo(AttemptState.ACCEPTED);
    }

    @Test
    void end_unknown_staysUnresolved_andCountsFromItsTime() {
        String id = one().begin(close(Decision.none())).attemptId();
        pass(Duration.ofSeconds(3));

        one().end(id, outcome(AttemptState.UNKNOWN));

        Attempt attempt = other().unresolved(ACCOUNT).get(0);
        assertThat(attempt.state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(attempt.latestSending()).isEqualTo(attempt.outcomes().get(0).at());
    }

    @Test
    void end_byTheOtherFirst_staysResolved_whenTheSenderSaysUnknownLater() {
        String id = one().begin(close(Decision.none())).attemptId();

        other().end(id, outcome(AttemptState.HAPPENED));
        one().end(id, outcome(AttemptState.UNKNOWN));

        assertThat(one().unresolved(ACCOUNT)).isEmpty();
        Attempt attempt = one().attempts(Instant.EPOCH).get(0);
        assertThat(attempt.outcomes()).hasSize(2);
        assertThat(attempt.state()).isEqualTo(AttemptState.HAPPENED);
    }

    @Test
    void end_ofWhatIsNoAttempt_isRefused() {
        assertThatThrownBy(() -> one().end("nothing", outcome(AttemptState.ACCEPTED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void begin_aCloseOfAnAccountInDoubt_isRefused_unlessTheCallerInsists() {
        one().begin(close(Decision.none()));

        UnresolvedAttemptsException refusal =
                catchThrowableOfType(UnresolvedAttemptsException.class, () -> other().begin(close(Decision.none())));

        assertThat(refusal.attempts()).hasSize(1);
        assertThat(refusal).hasMessageContaining("account 19816 is in doubt").hasMessageContaining("close_positions");
        assertThat(other().attempts(Instant.EPOCH)).hasSize(1);
        other().begin(close(Decision.none().insisting()));
        assertThat(other().attempts(Instant.EPOCH)).hasSize(2);
    }

    @Test
    void begin_aCancel_isNeverRefusedWithoutALease_andPutsNothingInDoubt() {
        one().acquire(ACCOUNT, LEASE);
        one().begin(cancel(Decision.none()));
        pass(LEASE);

        other().begin(close(Decision.none()));

        assertThat(one().unresolved(ACCOUNT)).hasSize(2);
    }

    @Test
    void begin_aCloseOfAHeldAccount_isRefused_evenIfTheCallerInsists() {
        Lease lease = one().acquire(ACCOUNT, LEASE);

        LeaseHeldException refusal = catchThrowableOfType(
                LeaseHeldException.class,
                () -> other().begin(close(Decision.none().insisting())));

        assertThat(refusal.holder().token()).isEqualTo(lease.token());
        assertThat(refusal.holder().by()).isEqualTo(ProcessIdentity.current());
        assertThat(refusal.holder().since()).isEqualTo(lease.since());
    }

    @Test
    void acquire_ofAHeldAccount_isRefused_alsoWithinOneProcess() {
        one().acquire(ACCOUNT, LEASE);

        assertThatThrownBy(() -> one().acquire(ACCOUNT, LEASE)).isInstanceOf(LeaseHeldException.class);
        assertThatThrownBy(() -> other().acquire(ACCOUNT, LEASE))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("account 19816 is held by process");
        one().acquire(ACCOUNT + 1, LEASE);
    }

    @Test
    void acquire_afterRelease_orExpiry_givesAGreaterToken() {
        Lease first = one().acquire(ACCOUNT, LEASE);
        one().release(first);
        Lease second = other().acquire(ACCOUNT, LEASE);
        pass(LEASE);
        Lease third = one().acquire(ACCOUNT, LEASE);

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(third.token()).isGreaterThan(second.token());
    }

    @Test
    void renew_keepsTheAccount() {
        Lease lease = one().acquire(ACCOUNT, LEASE);
        pass(LEASE.minusSeconds(5));
        Lease renewed = one().renew(lease);
        pass(LEASE.minusSeconds(5));

        assertThatThrownBy(() -> other().acquire(ACCOUNT, LEASE)).isInstanceOf(LeaseHeldException.class);
        assertThat(renewed.token()).isEqualTo(lease.token());
        assertThat(other().holder(ACCOUNT)).hasValueSatisfying(holder -> {
            assertThat(holder.since()).isEqualTo(lease.since());
            assertThat(holder.until()).isAfter(other().now());
        });
        renewed.check(Duration.ofSeconds(4));
        assertThatThrownBy(() -> lease.check(Duration.ZERO)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aPausedHolder_thatWakesUpAfterExpiry_canNeitherBeginNorSendNorRenew() {
        Lease lease = one().acquire(ACCOUNT, LEASE);
        SendPermit permit = one().begin(cancel(Decision.none().withLease(lease)));
        pass(LEASE);

        assertThatThrownBy(permit::check).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> one().renew(lease)).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> one().begin(close(Decision.none().withLease(lease))))
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("has expired");
        Lease next = other().acquire(ACCOUNT, LEASE);
        assertThatThrownBy(() -> one().begin(cancel(Decision.none().withLease(lease))))
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("has been taken");
        one().release(lease);
        assertThat(other().holder(ACCOUNT))
                .hasValueSatisfying(holder -> assertThat(holder.token()).isEqualTo(next.token()));
    }

    @Test
    void permit_endsWithItsTime_andInTheLastSecondOfTheLease() {
        SendPermit permit = one().begin(cancel(Decision.none()));
        permit.check();
        pass(SEND_WITHIN.plusMillis(1));
        assertThatThrownBy(permit::check).isInstanceOf(JournalException.class).hasMessageContaining("10000 ms");

        Lease lease = one().acquire(ACCOUNT, Duration.ofSeconds(5));
        SendPermit underLease = one().begin(cancel(Decision.none().withLease(lease)));
        pass(Duration.ofMillis(3_500));
        underLease.check();
        pass(Duration.ofMillis(600));
        assertThatThrownBy(underLease::check).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void attempts_areThoseSince_inTheirOrder_ofAllAccountsOrOne() {
        String first = one().begin(cancel(Decision.none())).attemptId();
        pass(Duration.ofSeconds(5));
        Instant since = one().now();
        pass(Duration.ofSeconds(5));
        String second = one().begin(cancel(Decision.none())).attemptId();
        String elsewhere = one().begin(
                        new Intent(ACCOUNT + 1, "close_position", "GOOG", List.of(), SEND_WITHIN, Decision.none()))
                .attemptId();

        assertThat(other().attempts(ACCOUNT, Instant.EPOCH))
                .extracting(Attempt::id)
                .containsExactly(first, second);
        assertThat(other().attempts(ACCOUNT, since)).extracting(Attempt::id).containsExactly(second);
        assertThat(other().attempts(since)).extracting(Attempt::id).containsExactly(second, elsewhere);
        assertThat(other().unresolved()).extracting(Attempt::id).containsExactly(first, second, elsewhere);
        assertThat(other().unresolved(404)).isEmpty();
        assertThat(other().holder(404)).isEmpty();
    }

    @Test
    void everything_worksOnAnInterruptedThread_whichStaysInterrupted() {
        Thread.currentThread().interrupt();
        String id = one().begin(close(Decision.none())).attemptId();
        one().end(id, outcome(AttemptState.UNKNOWN));

        assertThat(one().unresolved(ACCOUNT)).hasSize(1);
        assertThat(one().attempts(Instant.EPOCH)).hasSize(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void everything_worksOnAThreadThatIsInterruptedAgainAndAgain() throws InterruptedException {
        Thread worker = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        Thread pest = new Thread(() -> {
            while (!over.get()) {
                worker.interrupt();
                Thread.onSpinWait();
            }
        });
        pest.start();
        try {
            for (long account = ACCOUNT; account < ACCOUNT + 10; account++) { // of each the first entry, too
                Lease lease = one().acquire(account, Duration.ofMinutes(5));
                Intent intent = new Intent(
                        account,
                        "close_positions",
                        null,
                        List.of(),
                        SEND_WITHIN,
                        Decision.none().withLease(lease));
                one().end(one().begin(intent).attemptId(), outcome(AttemptState.ACCEPTED));
                one().release(one().renew(lease));
            }
        } finally {
            over.set(true);
            while (pest.isAlive()) {
                var unused = Thread.interrupted();
                Thread.onSpinWait();
            }
            var unused = Thread.interrupted();
        }

        assertThat(other().attempts(Instant.EPOCH))
                .hasSize(10)
                .allMatch(attempt -> attempt.state() == AttemptState.ACCEPTED);
    }

    @Test
    void acquire_forLessThanASecond_isRefused() {
        assertThatThrownBy(() -> one().acquire(ACCOUNT, Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHolderWhoseMachineSlept_cannotSend_norGoOnAsIfNothingHadBeen() {
        Lease lease = one().acquire(ACCOUNT, LEASE);
        SendPermit underLease = one().begin(close(Decision.none().withLease(lease)));
        SendPermit alone = one().begin(cancel(Decision.none()));
        sleep(Duration.ofHours(8));

        assertThatThrownBy(underLease::check).isInstanceOf(JournalException.class);
        assertThatThrownBy(alone::check).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> lease.check(Duration.ZERO)).isInstanceOf(LeaseLostException.class);
    }
}
