package io.github.clearstreet.journal;

import io.github.clearstreet.closeout.ClosingMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process is killed at each step of a close, and at random moments; one or two others go on at once. The campaign, in real time
 * and with the real window: {@code -Djournal.kills=300 -Djournal.window=30000 -Djournal.accounts=2 -Djournal.parallel=10}.
 */
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("journal.kills", 2);
    private static final int ACCOUNTS = Integer.getInteger("journal.accounts", 5);
    private static final int PARALLEL = Integer.getInteger("journal.parallel", 2);
    private static final long SEED = Long.getLong("journal.seed", 0);
    private static final Duration WINDOW = Duration.ofMillis(Integer.getInteger("journal.window", 4_000));
    private static final int LATEST_MOMENT = Integer.getInteger("journal.moment", 1_000);

    private static Postgres postgres;

    @TempDir
    private Path home;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        postgres = Postgres.start(folder);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource(ClosingMethod.class)
    void files_killedAtEachStep_closeOnce_andKnowWhatHappened(ClosingMethod method) throws Exception {
        Path directory = home.resolve("journal");

        atEachStep(directory.toString(), FileJournal.in(directory), method);
    }

    @ParameterizedTest
    @EnumSource(ClosingMethod.class)
    void database_killedAtEachStep_closesOnce_andKnowsWhatHappened(ClosingMethod method) throws Exception {
        String store = postgres.database("steps_" + method.name().toLowerCase(Locale.ROOT));

        atEachStep(store, JdbcJournal.over(Postgres.dataSource(store)), method);
    }

    @Test
    void killedAtRandomMoments_closeOnce_andKnowWhatHappened() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<Future<?>> kills = new ArrayList<>();
            for (int i = 0; i < KILLS; i++) {
                int number = i;
                kills.add(pool.submit(() -> {
                    atARandomMoment(number);
                    return null;
                }));
            }
            for (Future<?> kill : kills) {
                kill.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Alternates between the stores, then the ways of closing, then one and two that go on. */
    private void atARandomMoment(int number) throws Exception {
        Random random = new Random(SEED + number);
        boolean files = number % 2 == 0;
        ClosingMethod method = number / 2 % 2 == 0 ? ClosingMethod.OWN_ORDERS : ClosingMethod.BROKER;
        int restarts = number / 4 % 2 == 0 ? 2 : 1;
        String store = files ? home.resolve("journal-" + number).toString() : postgres.database("journal_" + number);
        Journal journal = files ? FileJournal.in(Path.of(store)) : JdbcJournal.over(Postgres.dataSource(store));
        try (KillMatrix matrix = new KillMatrix(store, WINDOW, method)) {
            for (int account = 0; account < ACCOUNTS; account++) {
                matrix.addRandom(random);
            }
            Duration moment = Duration.ofMillis(random.nextInt(LATEST_MOMENT));
            String step = List.of("BEGUN", "WRITTEN", "READY").get(number % 3);
            matrix.killAt(step, moment);
            String progress = matrix.progress(journal).toString();
            long since = System.nanoTime();
            matrix.restart(restarts);
            matrix.assertClosedOnceAndKnown(journal);
            System.out.println("kill " + number + " over " + (files ? "files" : "database") + " by " + method
                    + " after "
                    + step + " and " + moment.toMillis() + " ms: " + progress + "; " + restarts + " went on for "
                    + Duration.ofNanos(System.nanoTime() - since).toSeconds() + " s: once, flat, known");
        }
    }

    private static void atEachStep(String store, Journal journal, ClosingMethod method) throws Exception {
        try (KillMatrix matrix = new KillMatrix(store, WINDOW, method)) {
            for (KillPoint point : KillPoint.values()) {
                var unused = matrix.add(point, WINDOW.multipliedBy(9).dividedBy(10));
            }
            for (KillPoint point : List.of(KillPoint.LOST, KillPoint.AFTER_UNKNOWN)) {
                for (Duration late : List.of(Duration.ZERO, WINDOW.dividedBy(2))) {
                    var unused = matrix.add(point, late);
                }
            }
            matrix.killAtPoints();
            matrix.restart(2);
            matrix.assertClosedOnceAndKnown(journal);
        }
    }
}
