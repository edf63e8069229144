package io.github.clearstreet.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The file of one account, one entry a line. */
final class AccountFile {
    private final long accountId;
    private final Path file;
    private final FileGuard guard;
    private final OwnerOnly files;
    private final Supplier<Moment> clock;

    // Guarded by the guard.
    private final AccountLines lines;
    private @Nullable Object key;

    private volatile boolean hasEntries;

    AccountFile(long accountId, Path directory, OwnerOnly files, Supplier<Moment> clock) {
        this.accountId = accountId;
        this.file = directory.resolve(accountId + FileJournal.SUFFIX);
        this.guard = new FileGuard(directory.resolve(accountId + ".lock"), files);
        this.files = files;
        this.clock = clock;
        this.lines = new AccountLines(accountId);
    }

    /** False only if it is certain that nothing was ever written. */
    boolean mayExist() {
        Path directory = file.getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            throw new JournalException("The journal's directory " + directory
                    + " is gone or cannot be reached, so it cannot be said what was sent. Bring it back first");
        }
        return hasEntries || !Files.notExists(file);
    }

    <T> T step(Function<AppendingJournal.AccountEntries, T> step) {
        try {
            return guard.run(() -> {
                files.create(file);
                // Not a FileChannel: an interrupt would close it in the middle, and the outcome of a call would be
                // lost.
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    checkIsTheSame(open);
                    lines.read(open);
                    T result = step.apply(new Step(open));
                    hasEntries = lines.end() > 0;
                    return result;
                }
            });
        } catch (IOException e) {
            throw new JournalException("The journal " + file + " cannot be used: " + reason(e), e);
        }
    }

    /** Some say only the name of the file. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException
                ? e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage()
                : String.valueOf(e.getMessage());
    }

    private void checkIsTheSame(RandomAccessFile open) throws IOException {
        Object now = OwnerOnly.key(file);
        if (open.length() < lines.end() || lines.end() > 0 && !Objects.equals(key, now)) {
            throw new IOException(
                    "it was replaced or became shorter while it was in use. Entries may be missing: look at the"
                            + " account, then start again");
        }
        key = now;
    }

    /** Every attempt since then, read without holding anybody up. */
    List<Attempt> attempts(Instant since) {
        try {
            return readAttempts(since);
        } catch (IOException beingWritten) {
            // Somebody may just have replaced a line that another one left unfinished.
            try {
                return readAttempts(since);
            } catch (IOException e) {
                throw new JournalException("The journal " + file + " cannot be read: " + reason(e), e);
            }
        }
    }

    private List<Attempt> readAttempts(Instant since) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return AccountLines.since(in, accountId, since);
        }
    }

    private final class Step implements AppendingJournal.AccountEntries {
        private final RandomAccessFile open;

        Step(RandomAccessFile open) {
            this.open = open;
        }

        @Override
        public AccountState state() {
            return lines.state();
        }

        @Override
        public Moment now() {
            return clock.get();
        }

        @Override
        public void append(Entry entry) {
            try {
                lines.added(entry, write(EntryJson.write(accountId, entry)));
            } catch (IOException e) {
                throw new JournalException(
                        "The journal " + file + " cannot be written: " + e.getMessage() + ". Free the disk first", e);
            }
            Checkpoint due = lines.due();
            if (due != null) {
                try {
                    lines.added(due, write(EntryJson.write(accountId, due, now(), ProcessIdentity.current())));
                } catch (IOException e) {
                    // The next one writes it.
                }
            }
        }

        /** Returns how many bytes are on the disk now; none of them if it fails. */
        private int write(String text) throws IOException {
            byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
            try {
                if (open.length() > lines.end()) {
                    open.setLength(lines.end()); // somebody died in the middle of a line
                }
                open.seek(lines.end());
                open.write(line);
                open.getFD().sync();
                if (lines.end() == 0) {
                    files.keepNameOf(file);
                }
                return line.length;
            } catch (IOException e) {
                takeBack(e);
                throw e;
            }
        }

        private void takeBack(IOException failure) {
            try {
                open.setLength(lines.end());
            } catch (IOException e) {
                failure.addSuppressed(e); // the next to write takes it back
            }
        }
    }
}
