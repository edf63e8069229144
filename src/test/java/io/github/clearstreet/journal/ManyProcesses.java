package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/** Four processes with eight threads each on one journal and 200 accounts, and what must be true afterwards. */
final class ManyProcesses {
    private static final int PROCESSES = 4;
    private static final int THREADS = 8;
    private static final int TRIES = Integer.getInteger("journal.tries", 3);

    private final List<String> lines = new ArrayList<>();

    /** What is done to the store while they are at it, each time that another quarter of the work is done. */
    interface Trouble {
        void make() throws Exception;
    }

    /** @param store a directory or the address of a database */
    void run(String store, Path home, Trouble trouble) throws Exception {
        Path witnesses = Files.createDirectories(home.resolve("witnesses"));
        List<Process> processes = new ArrayList<>();
        List<Thread> readers = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                Process process = start(store, witnesses, i);
                processes.add(process);
                Thread reader = new Thread(() -> read(process));
                reader.start();
                readers.add(reader);
            }
            int all = PROCESSES * THREADS * TRIES;
            for (int quarter = 1; quarter <= 3; quarter++) {
                if (awaitLines(all * quarter / 4, readers)) {
                    trouble.make();
                }
            }
            for (Thread reader : readers) {
                reader.join();
            }
            for (Process process : processes) {
                assertThat(process.waitFor()).isZero();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static Process start(String store, Path witnesses, int seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalHammer.class.getName(),
                        store,
                        witnesses.toString(),
                        String.valueOf(THREADS),
                        String.valueOf(TRIES),
                        "200",
                        String.valueOf(seed))
                .redirectErrorStream(true)
                .start();
    }

    private void read(Process process) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (lines) {
                lines.notifyAll();
            }
        }
    }

    /** Returns whether that many were sent; false if everybody has finished before. */
    private boolean awaitLines(int count, List<Thread> readers) throws InterruptedException {
        synchronized (lines) {
            while (said("SENT").size() < count) {
                if (said("DONE").size() == readers.size() || readers.stream().noneMatch(Thread::isAlive)) {
                    return false;
                }
                lines.wait();
            }
            return true;
        }
    }

    List<String> said(String word) {
        synchronized (lines) {
            return lines.stream()
                    .filter(line -> line.startsWith(word + " "))
                    .map(line -> line.substring(word.length() + 1))
                    .toList();
        }
    }

    /** Nothing was sent without an entry, no outcome was lost, no two held an account, no older token came after a newer one. */
    void judge(Journal journal) {
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
