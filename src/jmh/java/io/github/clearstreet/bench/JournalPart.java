package io.github.clearstreet.bench;

import io.github.clearstreet.journal.AttemptOutcome;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Decision;
import io.github.clearstreet.journal.FileJournal;
import io.github.clearstreet.journal.Intent;
import io.github.clearstreet.journal.JdbcJournal;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.journal.SendPermit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGPoolingDataSource;

/** What a journal adds to a call that changes something: how long until its intent, and then its outcome, is durable. */
@SuppressWarnings("deprecation") // a simple pool is enough here
final class JournalPart {
    private static final int WARM_UP = 100;
    private static final int CALLS = 400;

    private final Path folder;

    JournalPart(Path folder) {
        this.folder = folder;
    }

    void run(Report report) throws IOException, SQLException, InterruptedException {
        report.table("| journal | before a call, \u00b5s | after it, \u00b5s |");
        report.table("|---|---|---|");
        measure("in memory", MemoryJournal.create(), report);
        measure("files", FileJournal.in(folder.resolve("journal")), report);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            DataSource source = pool(server.getPort());
            execute(source, schema());
            long before = syncs(source);
            measure("PostgreSQL on this machine", JdbcJournal.over(source), report);
            double each = (double) (syncs(source) - before) / (WARM_UP + CALLS);
            report.table("| fsyncs of the PostgreSQL for a call, before and after together | " + each + " | |");
        }
    }

    private static void measure(String name, Journal journal, Report report) {
        Samples before = new Samples();
        Samples after = new Samples();
        Intent intent =
                new Intent(19816, "cancel_open_order", null, List.of("1"), Duration.ofMinutes(1), Decision.none());
        AttemptOutcome outcome = AttemptOutcome.of(AttemptState.ACCEPTED, "accepted with 200");
        for (int i = -WARM_UP; i < CALLS; i++) {
            long start = System.nanoTime();
            SendPermit permit = journal.begin(intent);
            long begun = System.nanoTime();
            journal.end(permit.attemptId(), outcome);
            long ended = System.nanoTime();
            if (i >= 0) {
                before.add((begun - start) / 1e3);
                after.add((ended - begun) / 1e3);
            }
        }
        report.table(String.format(Locale.ROOT, "| %s | %.1f | %.1f |", name, before.median(), after.median()));
    }

    private static DataSource pool(int port) {
        PGPoolingDataSource pool = new PGPoolingDataSource();
        pool.setServerNames(new String[] {"127.0.0.1"});
        pool.setPortNumbers(new int[] {port});
        pool.setUser("postgres");
        pool.setDatabaseName("postgres");
        return pool;
    }

    private static String schema() throws IOException {
        try (InputStream in = JdbcJournal.class.getResourceAsStream("journal.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The server tells what it counts half a second late. */
    private static long syncs(DataSource source) throws SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(2);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT wal_sync FROM pg_stat_wal")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
