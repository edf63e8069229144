package io.github.clearstreet.journal;

import static io.github.clearstreet.journal.JdbcAccount.instant;
import static io.github.clearstreet.journal.JdbcAccount.nullableInstant;
import static io.github.clearstreet.journal.JdbcAccount.set;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attempts and outcomes as rows. */
final class AttemptRows {
    private static final String SELECT = "SELECT a.id, a.account_id, a.operation, a.instrument_id, a.ids, a.positions,"
            + " a.host, a.process, a.recorded_at, a.send_by, a.token, a.server_time,"
            + " o.recorded_at, o.host, o.process, o.state, o.status, o.request_id, o.order_ids, o.detail"
            + " FROM clearstreet_attempt a LEFT JOIN clearstreet_outcome o ON o.attempt_id = a.id WHERE ";
    private static final String ORDER = " ORDER BY a.account_id, a.seq, o.seq";

    private AttemptRows() {}

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    static List<Attempt> unresolved(Connection connection, long accountId) throws SQLException {
        return select(connection, "a.resolved = FALSE AND a.account_id = ?", select -> select.setLong(1, accountId));
    }

    static List<Attempt> unresolved(Connection connection) throws SQLException {
        return select(connection, "a.resolved = FALSE", select -> {});
    }

    static List<Attempt> since(Connection connection, long accountId, Instant since) throws SQLException {
        return select(connection, "a.account_id = ? AND a.recorded_at >= ?", select -> {
            select.setLong(1, accountId);
            set(select, 2, since);
        });
    }

    static List<Attempt> since(Connection connection, Instant since) throws SQLException {
        return select(connection, "a.recorded_at >= ?", select -> set(select, 1, since));
    }

    private static List<Attempt> select(Connection connection, String where, Parameters parameters)
            throws SQLException {
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + where + ORDER)) {
            parameters.set(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String id = row.getString(1);
                    Attempt attempt = attempts.get(id);
                    if (attempt == null) {
                        attempt = attempt(row);
                    }
                    attempts.put(id, row.getString(16) == null ? attempt : attempt.with(outcome(row)));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SQLException(
                    "a row cannot be understood (" + e.getMessage() + "). Did a newer version write it?", e);
        }
        return List.copyOf(attempts.values());
    }

    private static Attempt attempt(ResultSet row) throws SQLException, IOException {
        return new Attempt(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                EntryReader.texts(row.getString(5)),
                EntryReader.positions(row.getString(6)),
                new ProcessIdentity(row.getString(7), row.getLong(8)),
                instant(row, 9),
                instant(row, 10),
                row.getObject(11, Long.class),
                nullableInstant(row, 12),
                List.of());
    }

    private static RecordedOutcome outcome(ResultSet row) throws SQLException, IOException {
        AttemptOutcome outcome = new AttemptOutcome(
                AttemptState.valueOf(row.getString(16)),
                row.getObject(17, Integer.class),
                row.getString(18),
                EntryReader.texts(row.getString(19)),
                row.getString(20));
        return new RecordedOutcome(instant(row, 13), new ProcessIdentity(row.getString(14), row.getLong(15)), outcome);
    }

    static void insert(Connection connection, Attempt attempt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO clearstreet_attempt (id, account_id, operation, instrument_id, ids, positions, host, process,"
                        + " recorded_at, send_by, token, server_time, resolved)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)")) {
            insert.setString(1, attempt.id());
            insert.setLong(2, attempt.accountId());
            insert.setString(3, attempt.operation());
            insert.setString(4, storable(attempt.instrumentId()));
            insert.setString(5, storable(EntryJson.texts(attempt.ids())));
            insert.setString(6, storable(EntryJson.positions(attempt.positions())));
            insert.setString(7, attempt.by().host());
            insert.setLong(8, attempt.by().process());
            set(insert, 9, attempt.recordedAt());
            set(insert, 10, attempt.sendBy());
            insert.setObject(11, attempt.leaseToken(), Types.BIGINT);
            set(insert, 12, attempt.serverTime());
            insert.executeUpdate();
        }
    }

    static void insert(Connection connection, String attemptId, RecordedOutcome recorded) throws SQLException {
        AttemptOutcome outcome = recorded.outcome();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO clearstreet_outcome (attempt_id, recorded_at, host, process, state, status, request_id,"
                        + " order_ids, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, attemptId);
            set(insert, 2, recorded.at());
            insert.setString(3, recorded.by().host());
            insert.setLong(4, recorded.by().process());
            insert.setString(5, outcome.state().name());
            insert.setObject(6, outcome.status(), Types.INTEGER);
            insert.setString(7, storable(outcome.requestId()));
            insert.setString(8, storable(EntryJson.texts(outcome.orderIds())));
            insert.setString(9, storable(outcome.detail()));
            insert.executeUpdate();
        }
        if (outcome.state().isResolved()) {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE clearstreet_attempt SET resolved = TRUE WHERE id = ?")) {
                update.setString(1, attemptId);
                update.executeUpdate();
            }
        }
    }

    /** PostgreSQL refuses the character 0 and halves of others; an outcome must not be lost for what a server said. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null
                ? null
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
