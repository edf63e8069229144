package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.AttemptOutcome;
import io.github.clearstreet.journal.Intent;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.JournalException;
import io.github.clearstreet.journal.Lease;
import io.github.clearstreet.journal.LeaseHolder;
import io.github.clearstreet.journal.SendPermit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The journal of a process that ends at once: from then on nothing of it is written, and nothing of it is sent. */
final class MortalJournal implements Journal {
    private final Journal journal;
    private volatile boolean dead;

    MortalJournal(Journal journal) {
        this.journal = journal;
    }

    void die() {
        dead = true;
    }

    private Journal alive() {
        if (dead) {
            throw new JournalException("the process is dead");
        }
        return journal;
    }

    @Override
    public SendPermit begin(Intent intent) {
        return alive().begin(intent);
    }

    @Override
    public void end(String attemptId, AttemptOutcome outcome) {
        alive().end(attemptId, outcome);
    }

    @Override
    public List<Attempt> unresolved(long accountId) {
        return alive().unresolved(accountId);
    }

    @Override
    public List<Attempt> unresolved() {
        return alive().unresolved();
    }

    @Override
    public List<Attempt> attempts(long accountId, Instant since) {
        return alive().attempts(accountId, since);
    }

    @Override
    public List<Attempt> attempts(Instant since) {
        return alive().attempts(since);
    }

    @Override
    public Lease acquire(long accountId, Duration duration) {
        return alive().acquire(accountId, duration);
    }

    @Override
    public Lease renew(Lease lease) {
        return alive().renew(lease);
    }

    @Override
    public void release(Lease lease) {
        alive().release(lease);
    }

    @Override
    public Optional<LeaseHolder> holder(long accountId) {
        return alive().holder(accountId);
    }

    @Override
    public Instant now() {
        return alive().now();
    }

    @Override
    public void close() {}
}
