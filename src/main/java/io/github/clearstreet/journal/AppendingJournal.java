package io.github.clearstreet.journal;

import io.github.clearstreet.journal.Entry.Change;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The rules that all journals share; what is left is to keep entries, and to let one at a time decide for an account. */
abstract class AppendingJournal implements Journal {
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    private final ProcessIdentity self;
    private final LongSupplier nanoTime;
    private final Clock machineClock;

    /** The clocks are this machine's. */
    AppendingJournal(LongSupplier nanoTime, Clock machineClock) {
        this.self = ProcessIdentity.current();
        this.nanoTime = nanoTime;
        this.machineClock = machineClock;
    }

    /** The entries of one account, while nobody else can write there. */
    interface AccountEntries {
        AccountState state();

        /** The time of this step, by the clock that all users of the journal share. */
        Moment now();

        /** The entry is durable when the step has returned. A step appends at most one. */
        void append(Entry entry);
    }

    /**
     * Does one step for an account; no other process does one for it at the same time. What it throws leaves nothing behind.
     * An interrupt does not end it.
     */
    abstract <T> T inAccount(long accountId, Function<AccountEntries, T> step);

    /** As {@link #inAccount}, for a step that does no harm if it is done twice. */
    <T> T repeatably(long accountId, Function<AccountEntries, T> step) {
        return inAccount(accountId, step);
    }

    @Override
    public SendPermit begin(Intent intent) {
        Elapsed sinceAsked = Elapsed.start(nanoTime, machineClock);
        String id = intent.accountId() + "-" + UUID.randomUUID();
        return inAccount(intent.accountId(), entries -> {
            Moment now = entries.now();
            entries.state().check(intent, now);
            entries.append(new Entry.Began(Attempt.of(id, intent, self, now.at()), now));
            return SendPermit.of(id, intent, sinceAsked);
        });
    }

    @Override
    public void end(String attemptId, AttemptOutcome outcome) {
        repeatably(accountOf(attemptId), entries -> {
            Moment now = entries.now();
            entries.append(new Entry.Ended(attemptId, new RecordedOutcome(now.at(), self, outcome), now));
            return true;
        });
    }

    @Override
    public Lease acquire(long accountId, Duration duration) {
        if (duration.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException("a lease must last " + SHORTEST_LEASE + " or longer, not " + duration);
        }
        Elapsed sinceAsked = Elapsed.start(nanoTime, machineClock);
        return inAccount(accountId, entries -> {
            Moment now = entries.now();
            entries.state().free(now);
            long token = entries.state().token() + 1;
            LeaseHolder holder = new LeaseHolder(self, now.at(), now.at().plus(duration), token);
            entries.append(new Entry.Leased(now, Change.ACQUIRED, holder));
            return Lease.granted(accountId, token, now.at(), duration, sinceAsked);
        });
    }

    @Override
    public Lease renew(Lease lease) {
        Elapsed sinceAsked = Elapsed.start(nanoTime, machineClock);
        return repeatably(lease.accountId(), entries -> {
            Moment now = entries.now();
            LeaseHolder held = entries.state().current(lease, now);
            LeaseHolder longer =
                    new LeaseHolder(held.by(), held.since(), now.at().plus(lease.duration()), held.token());
            entries.append(new Entry.Leased(now, Change.RENEWED, longer));
            return Lease.granted(lease.accountId(), lease.token(), lease.since(), lease.duration(), sinceAsked);
        });
    }

    @Override
    public void release(Lease lease) {
        repeatably(lease.accountId(), entries -> {
            Moment now = entries.now();
            entries.state()
                    .holder(now)
                    .filter(held -> held.token() == lease.token())
                    .ifPresent(held -> entries.append(new Entry.Leased(
                            now, Change.RELEASED, new LeaseHolder(held.by(), held.since(), now.at(), held.token()))));
            return true;
        });
    }

    private static long accountOf(String attemptId) {
        try {
            return Long.parseLong(attemptId.substring(0, Math.max(0, attemptId.indexOf('-'))));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + attemptId + "' is not the id of an attempt", e);
        }
    }
}
