package io.github.clearstreet.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGPoolingDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL server on loopback, with the journal's tables. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final Path home;

    private Postgres(EmbeddedPostgres server, Path home) {
        this.server = server;
        this.home = home;
    }

    static Postgres start(Path home) throws IOException {
        Postgres postgres = new Postgres(
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(home.toFile())
                        .setDataDirectory(home.resolve("data"))
                        .setServerConfig("fsync", "off") // only the server crashes here, not the machine
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "300")
                        .setPGStartupWait(Duration.ofMinutes(2)) // ten seconds are not enough on a busy machine
                        .start(),
                home);
        postgres.execute(schema());
        return postgres;
    }

    /** Ends the server as a crash does, without a checkpoint, and starts it again on the same port. */
    void crashAndRestart() throws IOException, InterruptedException {
        Path pgCtl;
        try (Stream<Path> found = Files.find(home, 4, (path, facts) -> path.endsWith(Path.of("bin", "pg_ctl")))) {
            pgCtl = found.findFirst().orElseThrow();
        }
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U")); // it refuses to run as root, as at its start
        }
        command.addAll(List.of(
                pgCtl.toString(),
                "-D",
                home.resolve("data").toString(),
                "-l",
                home.resolve("log").toString(),
                "-w",
                "-m",
                "immediate",
                "restart"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("pg_ctl.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(home.resolve("pg_ctl.log")));
        }
    }

    /** What a user would run by hand. */
    static String schema() throws IOException {
        try (InputStream in = JdbcJournal.class.getResourceAsStream("journal.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Makes another database with the journal's tables, and returns its address, for {@link #pool}. */
    String database(String name) throws IOException {
        execute("CREATE DATABASE " + name);
        String address = server.getPort() + "/" + name;
        execute(dataSource(address), schema());
        return address;
    }

    /** The address of the database that is there from the beginning. */
    String address() {
        return server.getPort() + "/postgres";
    }

    DataSource dataSource() {
        return dataSource(address());
    }

    static boolean isAddress(String text) {
        return text.matches("[0-9]+/[a-z0-9_]+");
    }

    static DataSource dataSource(String address) {
        String[] parts = address.split("/", -1);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Integer.parseInt(parts[0])});
        source.setUser("postgres");
        source.setDatabaseName(parts[1]);
        source.setConnectTimeout(5);
        return source;
    }

    /** Keeps connections, as desks do; those that a restart broke are found when they are used. */
    @SuppressWarnings("deprecation") // it is not as good as others, which is welcome here
    static DataSource pool(String address, int size) {
        String[] parts = address.split("/", -1);
        PGPoolingDataSource source = new PGPoolingDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Integer.parseInt(parts[0])});
        source.setUser("postgres");
        source.setDatabaseName(parts[1]);
        source.setMaxConnections(size);
        return source;
    }

    void execute(String sql) {
        execute(dataSource(), sql);
    }

    private static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
