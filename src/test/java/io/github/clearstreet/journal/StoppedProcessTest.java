package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.closeout.ClosingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that really stands still (SIGSTOP) from before its close leaves until its lease is over, and then goes on. */
class StoppedProcessTest {
    private static final Duration WINDOW = Duration.ofSeconds(2);

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(ClosingMethod.class)
    void flatten_whoseProcessStoodStillPastItsLease_sendsNothingByIt(ClosingMethod method) throws Exception {
        Path directory = home.resolve("journal");
        FileJournal journal = FileJournal.in(directory);
        try (KillMatrix matrix = new KillMatrix(directory.toString(), WINDOW, method)) {
            long leftAlone = matrix.add(KillPoint.AFTER_INTENT, Duration.ZERO);
            long takenOver = matrix.add(KillPoint.AFTER_INTENT, Duration.ZERO);

            matrix.stopUntil(() -> {
                awaitNoHolder(journal, leftAlone);
                awaitNoHolder(journal, takenOver);
                var unused = journal.acquire(takenOver, Duration.ofSeconds(2));
            });

            assertThat(matrix.said("ENDED"))
                    .anyMatch(end -> end.startsWith(leftAlone + " FLAT"))
                    .anyMatch(end -> end.startsWith(takenOver + " ALREADY_RUNNING")
                            && end.endsWith("this one stood still too long, and has sent nothing since."));
            for (long account : new long[] {leftAlone, takenOver}) {
                Attempt first = journal.attempts(account, Instant.EPOCH).get(0);
                assertThat(first.state()).isEqualTo(AttemptState.NOT_SENT);
            }
            matrix.restart(1);
            matrix.assertClosedOnceAndKnown(journal);
        }
    }

    private static void awaitNoHolder(Journal journal, long account) {
        while (journal.holder(account).isPresent()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
