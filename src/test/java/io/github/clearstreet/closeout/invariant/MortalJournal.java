package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.invariant.Company.Crash;
import io.github.clearstreet.closeout.invariant.Company.Crash.Moment;
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
import org.jspecify.annotations.Nullable;

/** The journal of a process that ends at once: from then on nothing of it is written, and nothing of it is sent. */
final class MortalJournal implements Journal {
    private Journal journal;
    private @Nullable Crash crash;
    private int moments;
    private boolean dead;

    MortalJournal(Journal journal) {
        this.journal = journal;
    }

    /** The process ends here. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** From now on it belongs to a process that knows this, and ends so; of null, it does not. */
    synchronized void begin(Journal newJournal, @Nullable Crash newCrash) {
        journal = newJournal;
        crash = newCrash;
        moments = 0;
        dead = false;
    }

    synchronized void die() {
        dead = true;
    }

    synchronized boolean isDead() {
        return dead;
    }

    /** True if it ended before it could write what became of its latest request. */
    synchronized boolean lacksAnOutcome() {
        return dead && crash != null && crash.moment() == Moment.BETWEEN_REQUEST_AND_OUTCOME;
    }

    /** Ends the process, if this is when it ends. */
    void check(Moment moment) {
        Crash planned;
        synchronized (this) {
            planned = crash;
            if (planned != null && planned.moment() == moment && ++moments == planned.nth()) {
                dead = true;
            }
        }
        if (planned != null && isDead()) {
            throw new Killed();
        }
    }

    private synchronized Journal alive() {
        if (dead) {
            throw new JournalException("the process is dead");
        }
        return journal;
    }

    @Override
    public SendPermit begin(Intent intent) {
        check(Moment.BEFORE_AN_INTENT);
        SendPermit permit = alive().begin(intent);
        check(Moment.BETWEEN_INTENT_AND_REQUEST);
        return permit;
    }

    @Override
    public void end(String attemptId, AttemptOutcome outcome) {
        check(Moment.BETWEEN_REQUEST_AND_OUTCOME);
        alive().end(attemptId, outcome);
        check(Moment.AFTER_AN_OUTCOME);
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
