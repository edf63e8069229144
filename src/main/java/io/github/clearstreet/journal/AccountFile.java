package io.github.clearstreet.journal;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The entries of one account in a file, one a line. What follows the last line break never became an entry: its writer died, or
 * the disk was full, before it could act on it.
 */
final class AccountFile {
    private final long accountId;
    private final Path file;
    private final FileGuard guard;
    private final OwnerOnly files;
    private final Clock clock;

    // Guarded by the guard.
    private final AccountState state;
    private long end;

    AccountFile(long accountId, Path directory, OwnerOnly files, Clock clock) {
        this.accountId = accountId;
        this.file = directory.resolve(accountId + FileJournal.SUFFIX);
        this.guard = new FileGuard(directory.resolve(accountId + ".lock"), files);
        this.files = files;
        this.clock = clock;
        this.state = new AccountState(accountId);
    }

    boolean exists() {
        return Files.exists(file);
    }

    <T> T step(Function<AppendingJournal.AccountEntries, T> step) {
        try {
            return guard.run(() -> {
                files.create(file);
                // Not a FileChannel: an interrupt would close it in the middle, and the outcome of a call would be
                // lost.
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    readNew(open);
                    return step.apply(new Step(open));
                }
            });
        } catch (IOException e) {
            throw new JournalException("The journal " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Every entry, read without holding anybody up. */
    List<Entry> entries() {
        try (InputStream in = new FileInputStream(file.toFile())) {
            List<Entry> entries = new ArrayList<>();
            parse(in.readAllBytes(), 0, entries);
            return entries;
        } catch (IOException e) {
            throw new JournalException("The journal " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void readNew(RandomAccessFile open) throws IOException {
        long length = open.length();
        if (length < end) {
            throw new IOException(
                    "it became shorter while it was in use. Entries are missing: look at the account, then"
                            + " start again");
        }
        byte[] added = new byte[Math.toIntExact(length - end)];
        open.seek(end);
        open.readFully(added);
        List<Entry> entries = new ArrayList<>();
        int complete = parse(added, end, entries);
        entries.forEach(state::apply);
        end += complete;
    }

    /** Returns how many bytes the complete lines take. */
    private int parse(byte[] bytes, long offset, List<Entry> entries) throws IOException {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                try {
                    entries.add(EntryReader.read(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
                } catch (IOException e) {
                    throw new IOException("the line at byte " + (offset + start) + " is damaged (" + e.getMessage()
                            + "), so it cannot be said what was sent. Look at the account, then move the file away");
                }
                start = i + 1;
            }
        }
        return start;
    }

    private final class Step implements AppendingJournal.AccountEntries {
        private final RandomAccessFile open;

        Step(RandomAccessFile open) {
            this.open = open;
        }

        @Override
        public AccountState state() {
            return state;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public void append(Entry entry) {
            byte[] line = (EntryJson.write(accountId, entry) + "\n").getBytes(StandardCharsets.UTF_8);
            try {
                if (open.length() > end) {
                    open.setLength(end); // somebody died in the middle of a line
                }
                open.seek(end);
                open.write(line);
                open.getFD().sync();
            } catch (IOException e) {
                takeBack(e);
                throw new JournalException(
                        "The journal " + file + " cannot be written: " + e.getMessage() + ". Free the disk first", e);
            }
            state.apply(entry);
            end += line.length;
        }

        private void takeBack(IOException failure) {
            try {
                open.setLength(end);
            } catch (IOException e) {
                failure.addSuppressed(e); // the next to write takes it back
            }
        }
    }
}
