package io.github.clearstreet.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Forgets everything with the process: leases and unresolved attempts hold between the users of this instance only. What a
 * client uses when it is given no other journal. Keeps the last 1,000 attempts of each account.
 */
public final class MemoryJournal extends AppendingJournal {
    private static final int KEPT = 1_000;

    /** The monotonic clock is one and the same for a process. */
    private static final String BOOT = "process";

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<Long, Account> accounts = new ConcurrentHashMap<>();

    private MemoryJournal(Clock clock, LongSupplier nanoTime) {
        super(nanoTime, clock);
        this.nanoTime = nanoTime;
        this.clock = clock;
    }

    /** An empty journal. */
    public static MemoryJournal create() {
        return new MemoryJournal(Clock.systemUTC(), System::nanoTime);
    }

    /**
     * An empty journal with clocks of one's own, for tests.
     *
     * @param clock gives the times of entries
     * @param nanoTime the monotonic clock
     * @return never null
     */
    public static MemoryJournal create(Clock clock, LongSupplier nanoTime) {
        return new MemoryJournal(clock, nanoTime);
    }

    @Override
    <T> T inAccount(long accountId, Function<AccountEntries, T> step) {
        Account account = account(accountId);
        synchronized (account) {
            return step.apply(account);
        }
    }

    @Override
    public List<Attempt> unresolved(long accountId) {
        return inAccount(accountId, account -> account.state().unresolved(account.now()));
    }

    @Override
    public List<Attempt> unresolved() {
        return accounts.keySet().stream()
                .sorted()
                .flatMap(id -> unresolved(id).stream())
                .toList();
    }

    @Override
    public List<Attempt> attempts(long accountId, Instant since) {
        Account account = account(accountId);
        synchronized (account) {
            Attempts attempts = new Attempts(since);
            account.entries.forEach(attempts::add);
            return attempts.all();
        }
    }

    @Override
    public List<Attempt> attempts(Instant since) {
        return accounts.keySet().stream()
                .sorted()
                .flatMap(id -> attempts(id, since).stream())
                .toList();
    }

    @Override
    public Optional<LeaseHolder> holder(long accountId) {
        return inAccount(accountId, account -> account.state().holder(account.now()));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {}

    private Account account(long accountId) {
        return accounts.computeIfAbsent(accountId, Account::new);
    }

    /** Guarded by itself. */
    private final class Account implements AccountEntries {
        private final AccountState state;
        private final List<Entry> entries = new ArrayList<>();

        Account(long accountId) {
            this.state = new AccountState(accountId);
        }

        @Override
        public AccountState state() {
            return state;
        }

        @Override
        public Moment now() {
            return new Moment(clock.instant(), nanoTime.getAsLong(), BOOT);
        }

        @Override
        public void append(Entry entry) {
            state.apply(entry);
            if (!(entry instanceof Entry.Leased)) {
                entries.add(entry);
            }
            if (entries.size() > 4 * KEPT) {
                entries.subList(0, 2 * KEPT).clear();
            }
        }
    }
}
