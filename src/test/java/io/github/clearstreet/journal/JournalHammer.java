package io.github.clearstreet.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One process of many that act on the same accounts. For each pretended sending it takes a witness that cannot be taken twice,
 * and says what it did line by line.
 */
final class JournalHammer {
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Journal journal;
    private final Path witnesses;
    private final int accounts;
    private final PrintStream out;
    private final AtomicInteger refused = new AtomicInteger();

    private JournalHammer(Journal journal, Path witnesses, int accounts, PrintStream out) {
        this.journal = journal;
        this.witnesses = witnesses;
        this.accounts = accounts;
        this.out = out;
    }

    /** Arguments: a directory or the address of a database, the folder of witnesses, threads, tries of each, accounts, seed. */
    public static void main(String[] args) throws Exception {
        Journal journal = Postgres.isAddress(args[0])
                ? JdbcJournal.over(Postgres.pool(args[0], Integer.parseInt(args[2])))
                : FileJournal.in(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        JournalHammer hammer = new JournalHammer(journal, Path.of(args[1]), Integer.parseInt(args[4]), out);
        int tries = Integer.parseInt(args[3]);
        long seed = Long.parseLong(args[5]);
        Thread[] threads = new Thread[Integer.parseInt(args[2])];
        for (int i = 0; i < threads.length; i++) {
            Random random = new Random(seed * 1_000 + i);
            threads[i] = new Thread(() -> hammer.run(random, tries));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        out.println("DONE refused " + hammer.refused);
    }

    private void run(Random random, int tries) {
        for (int i = 0; i < tries; i++) {
            try {
                act(1 + random.nextInt(accounts));
            } catch (JournalException e) {
                refused.incrementAndGet();
            } catch (IOException | RuntimeException e) {
                out.println("VIOLATION " + e);
            }
        }
    }

    private void act(long account) throws IOException {
        Lease lease = journal.acquire(account, LEASE);
        out.println("TAKEN " + account + " " + lease.token());
        Intent intent = new Intent(
                account,
                "close_positions",
                null,
                List.of(),
                Duration.ofSeconds(10),
                Decision.none().withLease(lease));
        SendPermit permit = journal.begin(intent);
        journal.end(permit.attemptId(), AttemptOutcome.of(send(account, permit), "pretended"));
        out.println("ENDED " + permit.attemptId());
        journal.release(lease);
    }

    private AttemptState send(long account, SendPermit permit) throws IOException {
        try {
            permit.check();
        } catch (JournalException e) {
            return AttemptState.NOT_SENT; // the disk or the machine was too slow
        }
        Path witness = witnesses.resolve(String.valueOf(account));
        try {
            Files.createFile(witness);
        } catch (FileAlreadyExistsException e) {
            out.println("VIOLATION two send at the same time for account " + account);
            return AttemptState.UNKNOWN;
        }
        out.println("SENT " + permit.attemptId());
        Files.delete(witness);
        return AttemptState.ACCEPTED;
    }
}
