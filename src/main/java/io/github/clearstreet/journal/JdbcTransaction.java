package io.github.clearstreet.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on a connection that is somebody else's: taken, and given back as it was. Once committed, nothing that goes
 * wrong afterwards is an error.
 */
final class JdbcTransaction implements AutoCloseable {
    private static final int REPLY_WITHIN =
            Math.toIntExact(Duration.ofSeconds(10).toMillis());

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private final int timeout;
    private boolean committed;

    private JdbcTransaction(Connection connection, boolean autoCommit, int isolation, int timeout) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
        this.timeout = timeout;
    }

    static JdbcTransaction begin(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                // Any stricter one would decide by what was there before the account's lock was waited for.
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            connection.setAutoCommit(false);
            return new JdbcTransaction(connection, autoCommit, isolation, limit(connection));
        } catch (Throwable e) {
            discard(connection);
            throw e;
        }
    }

    /** Returns the limit that it had; negative if the driver knows none. */
    private static int limit(Connection connection) throws SQLException {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, REPLY_WITHIN);
            return before;
        } catch (SQLFeatureNotSupportedException | AbstractMethodError e) {
            return -1;
        }
    }

    Connection connection() {
        return connection;
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    @Override
    public void close() {
        try {
            if (!committed) {
                connection.rollback();
            }
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
            connection.setAutoCommit(autoCommit); // after a failed rollback this would commit
            if (timeout >= 0) {
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
            connection.close();
        } catch (SQLException | RuntimeException e) {
            discard(connection);
        }
    }

    /** Nobody gets it after this one. */
    private static void discard(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            // It is of no use to anybody.
        }
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            // As above.
        }
    }

    /** A lost connection, a restarting server, a full pool, two that made the same row, a deadlock. */
    static boolean mayPass(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("40")
                || state.startsWith("53")
                || e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || e instanceof JdbcAccount.MadeByAnother;
    }

    /** What to do about it, for the end of a message. */
    static String advice(@Nullable String state) {
        return switch (String.valueOf(state)) {
            case "42P01", "42703", "42S02", "42S22" ->
                ". Its tables are missing or old: run io/github/clearstreet/journal/journal.sql, which is in this"
                        + " library's jar";
            case "42501" -> ". journal.sql says which rights its user needs";
            case "25006" -> ". It is read-only: give the journal the server that is written to";
            default -> "";
        };
    }
}
