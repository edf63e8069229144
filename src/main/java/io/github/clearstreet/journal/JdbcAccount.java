package io.github.clearstreet.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account within a transaction that holds the lock on its row. */
final class JdbcAccount implements AppendingJournal.AccountEntries {
    private static final String ROW =
            "SELECT token, lease_host, lease_process, lease_since, lease_until, CURRENT_TIMESTAMP"
                    + " FROM clearstreet_account WHERE account_id = ?";

    private final Connection connection;
    private final long accountId;
    private final Row row;
    private @Nullable AccountState state;

    private JdbcAccount(Connection connection, long accountId, Row row) {
        this.connection = connection;
        this.accountId = accountId;
        this.row = row;
    }

    /** Another process made the row at the same time; the transaction is lost. */
    static final class MadeByAnother extends SQLException {
        private static final long serialVersionUID = 1L;

        MadeByAnother(SQLException cause) {
            super("another process made the account at the same time", cause.getSQLState(), cause);
        }
    }

    private record Row(@Nullable LeaseHolder holder, Instant now) {}

    static JdbcAccount lock(Connection connection, long accountId) throws SQLException {
        Row row = row(connection, accountId, ROW + " FOR UPDATE");
        if (row == null) {
            make(connection, accountId);
            row = row(connection, accountId, ROW + " FOR UPDATE");
        }
        if (row == null) {
            throw new SQLException("account " + accountId + " has no row, though it was just made");
        }
        return new JdbcAccount(connection, accountId, row);
    }

    static Optional<LeaseHolder> holder(Connection connection, long accountId) throws SQLException {
        Row row = row(connection, accountId, ROW);
        return Optional.ofNullable(row)
                .flatMap(found -> Optional.ofNullable(found.holder())
                        .filter(held -> held.until().isAfter(found.now())));
    }

    static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT CURRENT_TIMESTAMP");
                ResultSet result = select.executeQuery()) {
            result.next();
            return instant(result, 1);
        }
    }

    private static @Nullable Row row(Connection connection, long accountId, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, accountId);
            try (ResultSet result = select.executeQuery()) {
                if (!result.next()) {
                    return null;
                }
                Instant now = instant(result, 6);
                String host = result.getString(2);
                if (host == null) {
                    return new Row(null, now);
                }
                Instant until = nullableInstant(result, 5);
                ProcessIdentity by = new ProcessIdentity(host, result.getLong(3));
                return new Row(
                        new LeaseHolder(
                                by, instant(result, 4), until == null ? Instant.EPOCH : until, result.getLong(1)),
                        now);
            }
        }
    }

    private static void make(Connection connection, long accountId) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO clearstreet_account (account_id, token) VALUES (?, 0)")) {
            insert.setLong(1, accountId);
            insert.executeUpdate();
        } catch (SQLException e) {
            String sqlState = e.getSQLState();
            throw sqlState != null && sqlState.startsWith("23") ? new MadeByAnother(e) : e;
        }
    }

    @Override
    public AccountState state() {
        AccountState known = state;
        if (known == null) {
            try {
                known = new AccountState(accountId, row.holder(), AttemptRows.unresolved(connection, accountId));
            } catch (SQLException e) {
                throw new StepFailed(e);
            }
            state = known;
        }
        return known;
    }

    @Override
    public Moment now() {
        return Moment.of(row.now());
    }

    @Override
    public void append(Entry entry) {
        try {
            if (entry instanceof Entry.Began began) {
                AttemptRows.insert(connection, began.attempt());
            } else if (entry instanceof Entry.Ended ended) {
                AttemptRows.insert(connection, ended.attemptId(), ended.outcome());
            } else if (entry instanceof Entry.Leased leased) {
                update(leased);
            }
        } catch (SQLException e) {
            throw new StepFailed(e);
        }
    }

    private void update(Entry.Leased leased) throws SQLException {
        LeaseHolder holder = leased.holder();
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE clearstreet_account SET token = ?, lease_host = ?, lease_process = ?, lease_since = ?,"
                        + " lease_until = ? WHERE account_id = ?")) {
            update.setLong(1, holder.token());
            update.setString(2, holder.by().host());
            update.setLong(3, holder.by().process());
            set(update, 4, holder.since());
            set(update, 5, leased.change() == Entry.Change.RELEASED ? null : holder.until());
            update.setLong(6, accountId);
            update.executeUpdate();
        }
    }

    /** Carries a failure of the database through the rules, which know of none. */
    static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException failure;

        StepFailed(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }

    static void set(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        if (time == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(index, time.atOffset(ZoneOffset.UTC));
        }
    }

    static Instant instant(ResultSet result, int column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant nullableInstant(ResultSet result, int column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
