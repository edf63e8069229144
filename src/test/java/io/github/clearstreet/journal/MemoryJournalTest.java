package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryJournalTest extends JournalContract {
    private final TestTime time = new TestTime();
    private final MemoryJournal journal = MemoryJournal.create(time, time::nanoTime);

    @Override
    Journal one() {
        return journal;
    }

    @Override
    Journal other() {
        return journal;
    }

    @Override
    void pass(Duration passed) {
        time.pass(passed);
    }

    @Override
    void sleep(Duration passed) {
        time.stepWallClock(passed);
    }

    @Test
    void attempts_areForgottenFromTheOldestOn_butNoUnresolvedOne() {
        String open = journal.begin(close(Decision.none())).attemptId();
        for (int i = 0; i < 5_000; i++) {
            journal.end(journal.begin(cancel(Decision.none())).attemptId(), outcome(AttemptState.ACCEPTED));
        }

        assertThat(journal.attempts(Instant.EPOCH)).hasSizeBetween(1_000, 2_000);
        assertThat(journal.unresolved()).extracting(Attempt::id).containsExactly(open);
    }
}
