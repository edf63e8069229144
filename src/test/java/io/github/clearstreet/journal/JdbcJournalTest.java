package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.clearstreet.journal.TroubledDataSource.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcJournalTest extends JournalContract {
    private static Postgres postgres;

    private final TestTime time = new TestTime();
    private JdbcJournal one;
    private JdbcJournal other;

    @BeforeAll
    static void start(@TempDir Path home) throws IOException {
        postgres = Postgres.start(home);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void open() {
        postgres.execute(
                "DELETE FROM clearstreet_outcome; DELETE FROM clearstreet_attempt; DELETE FROM clearstreet_account");
        one = JdbcJournal.over(postgres.dataSource(), time, time::nanoTime);
        other = JdbcJournal.over(postgres.dataSource(), time, time::nanoTime);
    }

    @Override
    Journal one() {
        return one;
    }

    @Override
    Journal other() {
        return other;
    }

    /** The database's clock cannot be moved, so all that it keeps moves into the past. */
    @Override
    void pass(Duration passed) {
        time.pass(passed);
        passInTheDatabase(passed);
    }

    @Override
    void sleep(Duration passed) {
        time.stepWallClock(passed);
        passInTheDatabase(passed);
    }

    private static void passInTheDatabase(Duration passed) {
        String back = " - INTERVAL '" + passed.toMillis() + " milliseconds'";
        postgres.execute("UPDATE clearstreet_account SET lease_until = lease_until" + back);
        postgres.execute(
                "UPDATE clearstreet_attempt SET recorded_at = recorded_at" + back + ", send_by = send_by" + back);
        postgres.execute("UPDATE clearstreet_outcome SET recorded_at = recorded_at" + back);
    }

    @Test
    void aDatabaseWithoutTheTables_refuses() {
        postgres.execute("ALTER TABLE clearstreet_account RENAME TO away");
        try {
            assertThatThrownBy(() -> one.begin(cancel(Decision.none())))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("clearstreet_account")
                    .hasMessageContaining("io/github/clearstreet/journal/journal.sql");
        } finally {
            postgres.execute("ALTER TABLE away RENAME TO clearstreet_account");
        }
    }

    @Test
    void aDatabaseThatForgetsCommits_refuses_andSaysWhatToSet() {
        postgres.execute("ALTER ROLE postgres SET synchronous_commit = off");
        try {
            assertThatThrownBy(() -> one.begin(cancel(Decision.none())))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("synchronous_commit");
        } finally {
            postgres.execute("ALTER ROLE postgres RESET synchronous_commit");
        }
    }

    @Test
    void end_ofAnAttemptThatIsNotThere_isRefused() {
        assertThatThrownBy(() -> one.end("19816-404", outcome(AttemptState.ACCEPTED)))
                .isInstanceOf(JournalException.class);
        assertThat(one.unresolved()).isEmpty();
    }

    @Test
    void aReadOnlyServer_refuses_andSaysSo() {
        postgres.execute("ALTER ROLE postgres SET default_transaction_read_only = on");
        try {
            assertThatThrownBy(() -> one.begin(cancel(Decision.none())))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("read-only");
        } finally {
            postgres.execute("BEGIN READ WRITE; ALTER ROLE postgres RESET default_transaction_read_only; COMMIT");
        }
    }

    @Test
    void begin_whoseCommitIsNotAcknowledged_refuses_andCountsAsUnresolved() {
        assertThatThrownBy(() -> troubled(Trouble.COMMIT_NOT_ACKNOWLEDGED, 1).begin(close(Decision.none())))
                .isInstanceOf(JournalException.class);

        assertThat(one.unresolved()).hasSize(1);
    }

    @Test
    void end_whoseCommitIsNotAcknowledged_isWrittenAgain() {
        String id = one.begin(close(Decision.none())).attemptId();

        troubled(Trouble.COMMIT_NOT_ACKNOWLEDGED, 2).end(id, outcome(AttemptState.ACCEPTED));

        assertThat(one.unresolved()).isEmpty();
        assertThat(one.attempts(ACCOUNT, Instant.EPOCH).get(0).state()).isEqualTo(AttemptState.ACCEPTED);
    }

    @Test
    void renew_whoseCommitIsNotAcknowledged_keepsTheAccount() {
        Lease lease = one.acquire(ACCOUNT, LEASE);

        Lease renewed = troubled(Trouble.COMMIT_NOT_ACKNOWLEDGED, 1).renew(lease);

        assertThat(renewed.token()).isEqualTo(lease.token());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"STARTING_UP", "CUT_OFF"})
    void aDatabaseThatIsBackSoon_losesNothing(Trouble trouble) {
        JdbcJournal troubled = troubled(trouble, 3);

        String id = troubled.begin(close(Decision.none())).attemptId();
        troubled(trouble, 3).end(id, outcome(AttemptState.ACCEPTED));

        assertThat(one.attempts(ACCOUNT, Instant.EPOCH)).hasSize(1).allMatch(Attempt::isResolved);
    }

    @Test
    void aConnectionThatBreaksWhileItIsGivenBack_takesNothingBack() {
        SendPermit permit = troubled(Trouble.CLOSE_FAILS, 9).begin(close(Decision.none()));

        assertThat(one.unresolved()).extracting(Attempt::id).containsExactly(permit.attemptId());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"POOL_IS_EMPTY", "POOL_IS_CLOSED"})
    void aPoolThatGivesNoConnection_refuses(Trouble trouble) {
        assertThatThrownBy(() -> troubled(trouble, 9_999).begin(close(Decision.none())))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("pool");
        assertThat(one.unresolved()).isEmpty();
    }

    @Test
    void aDriverThatKnowsNoNetworkTimeout_isUsedAllTheSame() {
        troubled(Trouble.NO_NETWORK_TIMEOUT, 9).begin(cancel(Decision.none()));

        assertThat(one.attempts(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void aConnection_isGivenBackAsItWas() throws SQLException {
        try (Connection only = postgres.dataSource().getConnection()) {
            only.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            only.setAutoCommit(false);
            only.setNetworkTimeout(Runnable::run, 77_000);
            TroubledDataSource source = new TroubledDataSource(() -> only, Trouble.STAYS_OPEN, 99);

            JdbcJournal.over(source, time, time::nanoTime).begin(cancel(Decision.none()));

            assertThat(only.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            assertThat(only.getAutoCommit()).isFalse();
            assertThat(only.getNetworkTimeout()).isEqualTo(77_000);
        }
    }

    /** Under PostgreSQL's REPEATABLE READ who waited for the lock sees nothing of what was written meanwhile. */
    @Test
    void begin_whoseDataSourceSeesOnlyWhatWasThereBefore_seesWhatAnotherMachineWroteWhileItWaited() throws Exception {
        one.release(one.acquire(ACCOUNT, LEASE));
        postgres.execute("ALTER ROLE postgres SET default_transaction_isolation = 'repeatable read'");
        try (Connection first = postgres.dataSource().getConnection();
                Connection watcher = postgres.dataSource().getConnection()) {
            first.setAutoCommit(false);
            first.createStatement().execute("SELECT token FROM clearstreet_account FOR UPDATE");
            CompletableFuture<Throwable> second =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> other.begin(close(Decision.none()))));
            awaitOneThatWaits(watcher);
            AttemptRows.insert(
                    first,
                    Attempt.of(ACCOUNT + "-first", close(Decision.none()), ProcessIdentity.current(), Instant.now()));
            first.commit();

            assertThat(second.get(30, TimeUnit.SECONDS)).isInstanceOf(UnresolvedAttemptsException.class);
            assertThat(one.unresolved(ACCOUNT)).hasSize(1);
        } finally {
            postgres.execute("ALTER ROLE postgres RESET default_transaction_isolation");
        }
    }

    private static void awaitOneThatWaits(Connection watcher) throws SQLException {
        for (int i = 0; i < 100_000; i++) {
            try (ResultSet waiting = watcher.createStatement()
                    .executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
                waiting.next();
                if (waiting.getInt(1) > 0) {
                    return;
                }
            }
        }
        throw new IllegalStateException("nobody waits for the lock");
    }

    @Test
    void textThatTheDatabaseRefuses_isWrittenWithoutWhatItRefuses() {
        String id = one.begin(
                        new Intent(ACCOUNT, "submit_orders", "i\0", List.of("a\0\uD800"), SEND_WITHIN, Decision.none()))
                .attemptId();

        one.end(id, new AttemptOutcome(AttemptState.REJECTED, 400, "r\0\uD800", List.of("\0"), "why\0"));

        assertThat(one.attempts(Instant.EPOCH)).singleElement().matches(Attempt::isResolved);
    }

    @Test
    void aRowThatIsNotUnderstood_refuses() {
        String id = one.begin(close(Decision.none())).attemptId();
        one.end(id, outcome(AttemptState.UNKNOWN));
        postgres.execute("UPDATE clearstreet_outcome SET state = 'PONDERED'");

        assertThatThrownBy(() -> one.unresolved())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("PONDERED")
                .hasMessageContaining("newer version");
    }

    private JdbcJournal troubled(Trouble trouble, int times) {
        DataSource source = postgres.dataSource();
        return JdbcJournal.over(new TroubledDataSource(source::getConnection, trouble, times), time, time::nanoTime);
    }
}
