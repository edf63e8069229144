package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Four processes with many threads each on one journal and 200 accounts, and what must be true afterwards. */
final class ManyProcesses {
    private static final int PROCESSES = 4;
    private static final int THREADS = Integer.getInteger("journal.threads", 8);
    private static final int ACCOUNTS = 200;
    private static final int TRIES = Integer.getInteger("journal.tries", 3);

    private final List<String> lines = new ArrayList<>();

    /** What is done to the store while they are at it, each time that another quarter of the work is done. */
    interface Trouble {
        void make() throws Exception;
    }

    /** @param store a directory or the address of a database */
    void run(String store, Path home, Trouble trouble) throws Exception {
        Path witnesses = Files.createDirectories(home.resolve("witnesses"));
        List<ChildJvm> processes = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(start(store, witnesses, i));
            }
            int all = PROCESSES * THREADS * TRIES;
            for (int quarter = 1; quarter <= 3; quarter++) {
                if (awaitSent(all * quarter / 4, processes)) {
                    trouble.make();
                }
            }
            for (ChildJvm process : processes) {
                process.awaitEnd();
            }
        } finally {
            processes.forEach(ChildJvm::close);
        }
    }

    private ChildJvm start(String store, Path witnesses, int seed) throws IOException {
        return ChildJvm.start(
                JournalHammer.class,
                List.of(
                        store,
                        witnesses.toString(),
                        String.valueOf(THREADS),
                        String.valueOf(TRIES),
                        String.valueOf(ACCOUNTS),
                        String.valueOf(seed)),
                lines);
    }

    /** Returns whether that many were sent; false if everybody has finished before. */
    private boolean awaitSent(int count, List<ChildJvm> processes) throws InterruptedException {
        synchronized (lines) {
            while (said("SENT").size() < count) {
                if (said("DONE").size() == processes.size()
                        || processes.stream().noneMatch(ChildJvm::isThere)) {
                    return false;
                }
                lines.wait();
            }
            return true;
        }
    }

    private List<String> said(String word) {
        return ChildJvm.said(lines, word);
    }

    /** Nothing was sent without an entry, no outcome was lost, no two held an account, no older token came after a newer one. */
    void assertNothingIsLost(Journal journal) {
        synchronized (lines) {
            assertThat(lines).allMatch(line -> line.matches("(TAKEN|SENT|ENDED|DONE) .*"));
        }
        List<Attempt> attempts = journal.attempts(Instant.EPOCH);
        Set<String> known = attempts.stream().map(Attempt::id).collect(Collectors.toSet());
        Set<String> resolved =
                attempts.stream().filter(Attempt::isResolved).map(Attempt::id).collect(Collectors.toSet());
        assertThat(said("SENT")).isNotEmpty().doesNotHaveDuplicates().allMatch(known::contains);
        assertThat(said("ENDED")).allMatch(resolved::contains);
        assertThat(said("TAKEN")).doesNotHaveDuplicates();
        Map<Long, Long> tokens = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (Attempt attempt : attempts) {
            Long token = attempt.leaseToken();
            assertThat(token).isNotNull().isGreaterThan(tokens.getOrDefault(attempt.accountId(), 0L));
            tokens.put(attempt.accountId(), token);
            assertThat(used.add(attempt.accountId() + " " + token)).isTrue();
        }
        assertThat(journal.unresolved()).hasSize((int)
                attempts.stream().filter(attempt -> !attempt.isResolved()).count());
    }
}
