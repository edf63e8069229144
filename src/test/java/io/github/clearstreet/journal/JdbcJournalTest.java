package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        postgres.execute("TRUNCATE clearstreet_account, clearstreet_attempt, clearstreet_outcome");
        one = JdbcJournal.over(postgres.dataSource(), time::nanoTime);
        other = JdbcJournal.over(postgres.dataSource(), time::nanoTime);
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
                    .hasMessageContaining("clearstreet_account");
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
}
