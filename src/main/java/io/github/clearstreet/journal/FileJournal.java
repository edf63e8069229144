package io.github.clearstreet.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journal in one directory of this machine, for all its processes. Each account has a file {@code ACCOUNT.jsonl} that only
 * grows: one JSON object a line, for any tool that reads lines.
 *
 * <p>An entry is on the disk (fsync) before the method that wrote it returns. A full disk refuses: nothing is sent. A line that
 * was cut off by a crash or a full disk counts as not written, and nothing was sent for it. A damaged line in the middle is an
 * error, never passed over. Now and then a line says where to begin, so that a start takes the same time however long the file
 * is. New files can be read by their owner only. The directory must be on a local disk: file locks and clocks are the machine's.
 * Steps of its wall clock shorten nothing: the monotonic clock is written down too.
 */
public final class FileJournal extends AppendingJournal {
    static final String SUFFIX = ".jsonl";

    private final Path directory;
    private final OwnerOnly files;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final @Nullable String boot;
    private final ConcurrentMap<Long, AccountFile> accounts = new ConcurrentHashMap<>();

    private FileJournal(Path directory, Clock clock, LongSupplier nanoTime, @Nullable String boot) {
        super(nanoTime, clock);
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.boot = boot;
        this.files = OwnerOnly.of(directory);
        try {
            files.createDirectories(directory);
            this.directory = directory.toRealPath();
        } catch (IOException e) {
            throw new JournalException(
                    "The journal's directory " + directory + " cannot be made: " + e.getMessage()
                            + ". Choose another one",
                    e);
        }
    }

    /**
     * Opens the journal of a directory, which is made if it is not there.
     *
     * @param directory on a local disk
     * @return the journal; more than one of a directory is fine
     * @throws JournalException if the directory cannot be made
     */
    public static FileJournal in(Path directory) {
        return in(directory, Clock.systemUTC(), System::nanoTime, ProcessIdentity.boot());
    }

    /**
     * Opens the journal of a directory with clocks of one's own, for tests.
     *
     * @param directory on a local disk
     * @param clock gives the times of entries
     * @param nanoTime the monotonic clock
     * @return the journal
     * @throws JournalException if the directory cannot be made
     */
    public static FileJournal in(Path directory, Clock clock, LongSupplier nanoTime) {
        return in(directory, clock, nanoTime, null);
    }

    static FileJournal in(Path directory, Clock clock, LongSupplier nanoTime, @Nullable String boot) {
        return new FileJournal(directory, clock, nanoTime, boot);
    }

    @Override
    <T> T inAccount(long accountId, Function<AccountEntries, T> step) {
        return account(accountId).step(step);
    }

    @Override
    public List<Attempt> unresolved(long accountId) {
        AccountFile account = account(accountId);
        return account.mayExist() ? account.step(entries -> entries.state().unresolved(entries.now())) : List.of();
    }

    @Override
    public List<Attempt> unresolved() {
        return accountIds().stream().flatMap(id -> unresolved(id).stream()).toList();
    }

    @Override
    public List<Attempt> attempts(long accountId, Instant since) {
        AccountFile account = account(accountId);
        return account.mayExist() ? account.attempts(since) : List.of();
    }

    @Override
    public List<Attempt> attempts(Instant since) {
        return accountIds().stream().flatMap(id -> attempts(id, since).stream()).toList();
    }

    @Override
    public Optional<LeaseHolder> holder(long accountId) {
        AccountFile account = account(accountId);
        return account.mayExist() ? account.step(entries -> entries.state().holder(entries.now())) : Optional.empty();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    /** Does nothing: no file stays open between two calls. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return "FileJournal[" + directory + "]";
    }

    private Moment moment() {
        return new Moment(clock.instant(), nanoTime.getAsLong(), boot);
    }

    private AccountFile account(long accountId) {
        return accounts.computeIfAbsent(accountId, id -> new AccountFile(id, directory, files, this::moment));
    }

    private List<Long> accountIds() {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{1,19}\\" + SUFFIX))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new JournalException(
                    "The journal's directory " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }
}
