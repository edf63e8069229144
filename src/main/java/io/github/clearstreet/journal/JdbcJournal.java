package io.github.clearstreet.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * A journal in a database, for processes on several machines. Its tables are in {@code journal.sql} beside this class; make them
 * before the first use. PostgreSQL is the database that it is tested with.
 *
 * <p>An entry is committed before the method that wrote it returns, so it is as durable as a commit of the database is. A
 * PostgreSQL whose {@code synchronous_commit} is off is refused at the first use. All times are the database's. A database that is away, or does not answer within
 * ten seconds, refuses: nothing is sent. An entry whose commit was cut off may be there and counts as unresolved, though nothing
 * was sent for it. Each call takes one connection and gives it back; limit the time that the data source takes to connect.
 */
public final class JdbcJournal extends AppendingJournal {
    private static final int ANSWER_WITHIN =
            Math.toIntExact(Duration.ofSeconds(10).toMillis());
    private static final int TRIES = 3;

    private final DataSource dataSource;
    private volatile boolean durable;

    private JdbcJournal(DataSource dataSource, LongSupplier nanoTime) {
        super(ProcessIdentity.current(), nanoTime);
        this.dataSource = dataSource;
    }

    /**
     * Opens the journal of a database. Connects at the first use.
     *
     * @param dataSource gives connections to a database that has the tables
     * @return the journal
     */
    public static JdbcJournal over(DataSource dataSource) {
        return new JdbcJournal(dataSource, System::nanoTime);
    }

    static JdbcJournal over(DataSource dataSource, LongSupplier nanoTime) {
        return new JdbcJournal(dataSource, nanoTime);
    }

    @Override
    <T> T inAccount(long accountId, Function<AccountEntries, T> step) {
        return transaction(connection -> {
            try {
                return step.apply(JdbcAccount.lock(connection, accountId));
            } catch (JdbcAccount.StepFailed e) {
                throw e.failure();
            }
        });
    }

    @Override
    public List<Attempt> unresolved(long accountId) {
        return transaction(connection -> AttemptRows.unresolved(connection, accountId));
    }

    @Override
    public List<Attempt> unresolved() {
        return transaction(AttemptRows::unresolved);
    }

    @Override
    public List<Attempt> attempts(long accountId, Instant since) {
        return transaction(connection -> AttemptRows.since(connection, accountId, since));
    }

    @Override
    public List<Attempt> attempts(Instant since) {
        return transaction(connection -> AttemptRows.since(connection, since));
    }

    @Override
    public Optional<LeaseHolder> holder(long accountId) {
        return transaction(connection -> JdbcAccount.holder(connection, accountId));
    }

    @Override
    public Instant now() {
        return transaction(JdbcAccount::now);
    }

    /** Does nothing: the data source is the caller's. */
    @Override
    public void close() {}

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs the work and commits. Only what failed before the commit was tried is done again. */
    private <T> T transaction(Work<T> work) {
        boolean interrupted = Thread.interrupted(); // some pools and drivers would give up
        try {
            for (int tries = 1; ; tries++) {
                boolean committing = false;
                try (Connection connection = dataSource.getConnection()) {
                    connection.setAutoCommit(false);
                    connection.setNetworkTimeout(Runnable::run, ANSWER_WITHIN);
                    try {
                        checkDurable(connection);
                        T result = work.on(connection);
                        committing = true;
                        connection.commit();
                        return result;
                    } finally {
                        giveBack(connection, committing);
                    }
                } catch (SQLException e) {
                    if (committing || tries == TRIES || !mayPass(e)) {
                        throw new JournalException("The journal's database failed: " + e.getMessage(), e);
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asked once: a server that forgets commits when it crashes would make a second close possible. */
    private void checkDurable(Connection connection) throws SQLException {
        if (durable) {
            return;
        }
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement show = connection.createStatement();
                    ResultSet result = show.executeQuery("SHOW synchronous_commit")) {
                if (result.next() && result.getString(1).equals("off")) {
                    throw new JournalException("The journal's database may forget what it committed. Set"
                            + " synchronous_commit to on for the user of the data source");
                }
            }
        }
        durable = true;
    }

    private static void giveBack(Connection connection, boolean committing) throws SQLException {
        if (!committing && !connection.isClosed()) {
            connection.rollback();
        }
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, 0);
        }
    }

    /** A lost connection, a restarting server, two that made the same row, a deadlock. */
    private static boolean mayPass(SQLException e) {
        String state = e.getSQLState();
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P")
                        || state.startsWith("40")
                        || e instanceof JdbcAccount.MadeByAnother);
    }
}
