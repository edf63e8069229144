package io.github.clearstreet.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one account's file amount to, and which of them still count. What follows the last line break never became an
 * entry: its writer died, or the disk was full, before it could act on it. Not thread-safe.
 */
final class AccountLines {
    private final long accountId;
    private final AccountState state;
    private final Map<String, List<Long>> attemptsAt = new HashMap<>();
    private @Nullable Long leaseAt;
    private Instant latest = Instant.MIN;
    private long checkpointAt = -1;
    private long checkpointEnd;
    private long end;

    AccountLines(long accountId) {
        this.accountId = accountId;
        this.state = new AccountState(accountId);
    }

    AccountState state() {
        return state;
    }

    /** Where the next line belongs. */
    long end() {
        return end;
    }

    /** Reads what has been added since. The first time it begins at the last checkpoint. */
    void read(RandomAccessFile file) throws IOException {
        if (end == 0 && file.length() > Checkpoint.EVERY) {
            begin(file);
        }
        end = eachFrom(file, end, this::apply);
    }

    private void begin(RandomAccessFile file) throws IOException {
        long at = LineReader.lastLineThatBegins(file, Checkpoint.BEGINNING);
        LineReader line = new LineReader(file, Math.max(0, at));
        String text = at < 0 ? null : line.next();
        if (text == null) {
            return; // none, or only one that was cut off, after none
        }
        Checkpoint checkpoint = checkpoint(at, text);
        for (long offset : checkpoint.open()) {
            String open = new LineReader(file, offset).next();
            apply(offset, understood(offset, String.valueOf(open)));
        }
        passed(at, checkpoint, line.offset());
    }

    private void passed(long at, Checkpoint checkpoint, long lineEnd) {
        checkpointAt = at;
        checkpointEnd = lineEnd;
        latest = checkpoint.latest();
        end = lineEnd;
    }

    private void apply(long offset, Entry entry) {
        state.apply(entry);
        if (entry.at().at().isAfter(latest)) {
            latest = entry.at().at();
        }
        if (entry instanceof Entry.Began began) {
            attemptsAt
                    .computeIfAbsent(began.attempt().id(), id -> new ArrayList<>())
                    .add(offset);
        } else if (entry instanceof Entry.Ended ended) {
            if (state.isUnresolved(ended.attemptId())) {
                attemptsAt
                        .computeIfAbsent(ended.attemptId(), id -> new ArrayList<>())
                        .add(offset);
            } else {
                attemptsAt.remove(ended.attemptId());
            }
        } else if (entry instanceof Entry.Leased) {
            leaseAt = offset;
        }
    }

    /** The entry is on the disk. */
    void added(Entry entry, int bytes) {
        apply(end, entry);
        end += bytes;
    }

    /** A checkpoint, if it is time for one; it belongs at the end. */
    @Nullable
    Checkpoint due() {
        if (end - checkpointEnd < Checkpoint.EVERY) {
            return null;
        }
        List<Long> open = Stream.concat(
                        Stream.ofNullable(leaseAt), attemptsAt.values().stream().flatMap(List::stream))
                .sorted()
                .toList();
        // Many that are open make it long; it must not be most of the file.
        return end - checkpointEnd < open.size() * 256L ? null : new Checkpoint(checkpointAt, latest, open);
    }

    /** The checkpoint is on the disk. */
    void added(Checkpoint checkpoint, int bytes) {
        passed(end, checkpoint, end + bytes);
    }

    /** Every attempt since then, read without holding anybody up. */
    static List<Attempt> since(RandomAccessFile file, long accountId, Instant since) throws IOException {
        AccountLines lines = new AccountLines(accountId);
        Attempts attempts = new Attempts(since);
        lines.eachFrom(
                file, since.equals(Instant.EPOCH) ? 0 : lines.before(file, since), (at, entry) -> attempts.add(entry));
        return attempts.all();
    }

    /** An offset before which no entry is as late as this. */
    private long before(RandomAccessFile file, Instant since) throws IOException {
        long at = LineReader.lastLineThatBegins(file, Checkpoint.BEGINNING);
        while (at >= 0) {
            String text = new LineReader(file, at).next();
            if (text == null) {
                return 0;
            }
            Checkpoint checkpoint = checkpoint(at, text);
            if (checkpoint.latest().isBefore(since)) {
                return at;
            }
            at = checkpoint.previous();
        }
        return 0;
    }

    private interface Found {
        void at(long offset, Entry entry);
    }

    /** Returns where the complete lines end. */
    private long eachFrom(RandomAccessFile file, long from, Found found) throws IOException {
        LineReader lines = new LineReader(file, from);
        while (true) {
            long offset = lines.offset();
            String line = lines.next();
            if (line == null || isTorn(line, lines)) {
                return offset;
            }
            if (line.startsWith(Checkpoint.BEGINNING)) {
                Checkpoint checkpoint = checkpoint(offset, line);
                passed(offset, checkpoint, lines.offset());
            } else {
                found.at(offset, understood(offset, line));
            }
        }
    }

    /** The last line may have holes, where a block never reached the disk before the machine crashed. No line that we wrote has. */
    private static boolean isTorn(String line, LineReader lines) {
        return line.indexOf('\0') >= 0 && lines.isAtEnd();
    }

    private Entry understood(long offset, String line) throws IOException {
        try {
            return EntryReader.read(line, accountId);
        } catch (IOException e) {
            throw damaged(offset, e);
        }
    }

    private Checkpoint checkpoint(long offset, String line) throws IOException {
        try {
            return EntryReader.checkpoint(line, accountId);
        } catch (IOException e) {
            throw damaged(offset, e);
        }
    }

    private static IOException damaged(long offset, IOException e) {
        return new IOException(
                "the line at byte " + offset + " is damaged (" + e.getMessage()
                        + "), so it cannot be said what was sent. Look at the account, then move the file away",
                e);
    }
}
