package io.github.clearstreet.journal;

import io.github.clearstreet.closeout.ClosingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process is killed at each step of a close, and at random moments; two others go on at once. The campaign: {@code
 * -Djournal.kills=300 -Djournal.window=30000} kills that many accounts of each store at random moments, in real time.
 */
class KilledProcessTest {
    private static final int AT_A_TIME = 10;
    private static final int RANDOM_KILLS = Integer.getInteger("journal.kills", AT_A_TIME);
    private static final long SEED = Long.getLong("journal.seed", 0);
    private static final Duration WINDOW = Duration.ofMillis(Integer.getInteger("journal.window", 4_000));

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(ClosingMethod.class)
    void files_killedAtEachStep_closeOnce_andKnowWhatHappened(ClosingMethod method) throws Exception {
        Path directory = home.resolve("journal");

        atEachStep(directory.toString(), FileJournal.in(directory), method);
    }

    @ParameterizedTest
    @EnumSource(ClosingMethod.class)
    void database_killedAtEachStep_closesOnce_andKnowsWhatHappened(ClosingMethod method) throws Exception {
        try (Postgres postgres = Postgres.start(home)) {
            atEachStep(String.valueOf(postgres.port()), JdbcJournal.over(postgres.dataSource()), method);
        }
    }

    @Test
    void files_killedAtRandomMoments_closeOnce_andKnowWhatHappened() throws Exception {
        for (int i = 0; i * AT_A_TIME < RANDOM_KILLS; i++) {
            Path directory = home.resolve("journal-" + i);
            atARandomMoment(i, directory.toString(), FileJournal.in(directory));
        }
    }

    @Test
    void database_killedAtRandomMoments_closesOnce_andKnowsWhatHappened() throws Exception {
        for (int i = 0; i * AT_A_TIME < RANDOM_KILLS; i++) {
            try (Postgres postgres = Postgres.start(home.resolve("database-" + i))) {
                atARandomMoment(i, String.valueOf(postgres.port()), JdbcJournal.over(postgres.dataSource()));
            }
        }
    }

    private static void atARandomMoment(int number, String store, Journal journal) throws Exception {
        Random random = new Random(SEED + number);
        try (KillMatrix matrix =
                new KillMatrix(store, WINDOW, number % 2 == 0 ? ClosingMethod.OWN_ORDERS : ClosingMethod.BROKER)) {
            for (int account = 0; account < AT_A_TIME; account++) {
                matrix.addRandom(random);
            }
            matrix.killAt(Duration.ofMillis(500 + random.nextInt(4_000)));
            matrix.restart();
            matrix.judge(journal);
            System.out.println(
                    "killed " + AT_A_TIME + " runs over " + store.replaceAll(".*/", "") + " (" + number + ")");
        }
    }

    private static void atEachStep(String store, Journal journal, ClosingMethod method) throws Exception {
        try (KillMatrix matrix = new KillMatrix(store, WINDOW, method)) {
            for (KillPoint point : KillPoint.values()) {
                matrix.add(point, WINDOW.multipliedBy(9).dividedBy(10));
            }
            for (KillPoint point : List.of(KillPoint.LOST, KillPoint.AFTER_UNKNOWN)) {
                matrix.add(point, Duration.ZERO);
                matrix.add(point, WINDOW.dividedBy(2));
            }
            matrix.killAtPoints();
            matrix.restart();
            matrix.judge(journal);
        }
    }
}
