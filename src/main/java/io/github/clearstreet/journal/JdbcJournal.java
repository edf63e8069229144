package io.github.clearstreet.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * A journal in a database, for processes on several machines. Its tables are in {@code journal.sql} beside this class; make them
 * before the first use. PostgreSQL is the database that it is tested with.
 *
 * <p>An entry is committed before the method that wrote it returns, so it is as durable as a commit of the database is. A
 * PostgreSQL whose {@code synchronous_commit} is off is refused at the first use. All times are the database's. A database that
 * is away, or does not respond within ten seconds, refuses: nothing is sent. An intent whose commit was cut off may be there and
 * counts as unresolved, though nothing was sent for it. Outcomes and renewals of a lease are tried again for some seconds, so
 * that a restart of the database does not lose them. Each call takes one connection and gives it back as it was; limit the time
 * that the data source takes to connect.
 */
public final class JdbcJournal extends AppendingJournal {
    /** For a database that restarts; well within the time of a lease. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** For what must not keep its caller waiting: a deadlock, or two that make the same row. */
    private static final int FEW_TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final DataSource dataSource;
    private volatile boolean durable;

    private JdbcJournal(DataSource dataSource, Clock machineClock, LongSupplier nanoTime) {
        super(nanoTime, machineClock);
        this.dataSource = dataSource;
    }

    /**
     * Opens the journal of a database. Connects at the first use.
     *
     * @param dataSource gives connections to a database that has the tables
     * @return the journal
     */
    public static JdbcJournal over(DataSource dataSource) {
        return new JdbcJournal(dataSource, Clock.systemUTC(), System::nanoTime);
    }

    static JdbcJournal over(DataSource dataSource, Clock machineClock, LongSupplier nanoTime) {
        return new JdbcJournal(dataSource, machineClock, nanoTime);
    }

    @Override
    <T> T inAccount(long accountId, Function<AccountEntries, T> step) {
        return transaction(false, connection -> step(connection, accountId, step));
    }

    @Override
    <T> T repeatably(long accountId, Function<AccountEntries, T> step) {
        return transaction(true, connection -> step(connection, accountId, step));
    }

    private static <T> T step(Connection connection, long accountId, Function<AccountEntries, T> step)
            throws SQLException {
        try {
            return step.apply(JdbcAccount.lock(connection, accountId));
        } catch (JdbcAccount.StepFailed e) {
            throw e.failure();
        }
    }

    @Override
    public List<Attempt> unresolved(long accountId) {
        return transaction(true, connection -> AttemptRows.unresolved(connection, accountId));
    }

    @Override
    public List<Attempt> unresolved() {
        return transaction(true, AttemptRows::unresolved);
    }

    @Override
    public List<Attempt> attempts(long accountId, Instant since) {
        return transaction(true, connection -> AttemptRows.since(connection, accountId, since));
    }

    @Override
    public List<Attempt> attempts(Instant since) {
        return transaction(true, connection -> AttemptRows.since(connection, since));
    }

    @Override
    public Optional<LeaseHolder> holder(long accountId) {
        return transaction(true, connection -> JdbcAccount.holder(connection, accountId));
    }

    @Override
    public Instant now() {
        return transaction(true, JdbcAccount::now);
    }

    /** Does nothing: the data source is the caller's. */
    @Override
    public void close() {}

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs the work and commits. What failed before the commit was asked for is done again for a while, if it may pass.
     *
     * @param repeatable whether it may also be done again, and for longer, when nobody knows if the commit was done
     */
    private <T> T transaction(boolean repeatable, Work<T> work) {
        boolean interrupted = Thread.interrupted(); // some pools and drivers would give up
        long startedAt = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        try {
            for (int tries = 1; ; tries++) {
                AtomicBoolean mayBeCommitted = new AtomicBoolean();
                try {
                    return once(work, mayBeCommitted);
                } catch (SQLException e) {
                    boolean again =
                            JdbcTransaction.mayPass(e) && (repeatable || !mayBeCommitted.get() && tries < FEW_TRIES);
                    if (!again || System.nanoTime() - startedAt + pause.toNanos() > PATIENCE.toNanos()) {
                        throw new JournalException(
                                "The journal's database failed: " + e.getMessage()
                                        + JdbcTransaction.advice(e.getSQLState()),
                                e);
                    }
                    LockSupport.parkNanos(pause.toNanos());
                    interrupted |= Thread.interrupted();
                    pause = pause.multipliedBy(2);
                } catch (JournalException e) {
                    throw e;
                } catch (RuntimeException e) {
                    throw new JournalException("The journal's data source failed: " + e, e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T once(Work<T> work, AtomicBoolean mayBeCommitted) throws SQLException {
        try (JdbcTransaction transaction = JdbcTransaction.begin(dataSource)) {
            checkDurable(transaction.connection());
            T result = work.on(transaction.connection());
            mayBeCommitted.set(true);
            transaction.commit();
            return result;
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
}
