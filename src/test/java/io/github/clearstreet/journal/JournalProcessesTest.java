package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journals between processes, also when the database goes away in between. */
class JournalProcessesTest {
    @TempDir
    private Path home;

    private final ManyProcesses processes = new ManyProcesses();

    @Test
    void files_letOneActAtATime_andLoseNothing() throws Exception {
        Path directory = home.resolve("journal");

        processes.run(directory.toString(), home, () -> {});

        FileJournal journal = FileJournal.in(directory);
        processes.assertNothingIsLost(journal);
        assertThat(journal.unresolved()).isEmpty();
    }

    @Test
    void aDatabase_thatIsCutOffAndRestarted_letsOneActAtATime_andLosesNothing() throws Exception {
        try (Postgres postgres = Postgres.start(home.resolve("postgres"))) {
            processes.run(postgres.address(), home, new ManyProcesses.Trouble() {
                private boolean restarted;

                @Override
                public void make() throws Exception {
                    if (restarted) {
                        postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
                    } else {
                        postgres.crashAndRestart();
                        restarted = true;
                    }
                }
            });

            processes.assertNothingIsLost(JdbcJournal.over(postgres.dataSource()));
        }
    }
}
