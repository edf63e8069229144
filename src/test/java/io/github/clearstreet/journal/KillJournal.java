package io.github.clearstreet.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal whose user waits at a point of its first close of an account, and says so, until its input ends or it is killed. */
final class KillJournal implements Journal {
    private final Journal journal;
    private final Map<Long, KillPoint> points;

    KillJournal(Journal journal, Map<Long, KillPoint> points) {
        this.journal = journal;
        this.points = points;
    }

    @Override
    public SendPermit begin(Intent intent) {
        if (!Operations.mayTrade(intent.operation())) {
            return journal.begin(intent);
        }
        stopIf(intent.accountId(), KillPoint.BEFORE_INTENT);
        SendPermit permit = journal.begin(intent);
        System.out.println("BEGUN " + intent.accountId());
        stopIf(intent.accountId(), KillPoint.AFTER_INTENT);
        return permit;
    }

    @Override
    public void end(String attemptId, AttemptOutcome outcome) {
        long account = Long.parseLong(attemptId.substring(0, attemptId.indexOf('-')));
        stopIf(account, KillPoint.LOST);
        stopIf(account, KillPoint.EXECUTED);
        stopIf(account, KillPoint.ANSWERED);
        journal.end(attemptId, outcome);
        System.out.println("WRITTEN " + account);
        stopIf(account, KillPoint.AFTER_OUTCOME);
        stopIf(account, KillPoint.AFTER_UNKNOWN);
    }

    private void stopIf(long account, KillPoint point) {
        if (points.get(account) != point) {
            return;
        }
        System.out.println("AT " + account);
        try {
            var unused = System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Attempt> unresolved(long accountId) {
        return journal.unresolved(accountId);
    }

    @Override
    public List<Attempt> unresolved() {
        return journal.unresolved();
    }

    @Override
    public List<Attempt> attempts(long accountId, Instant since) {
        return journal.attempts(accountId, since);
    }

    @Override
    public List<Attempt> attempts(Instant since) {
        return journal.attempts(since);
    }

    @Override
    public Lease acquire(long accountId, Duration duration) {
        return journal.acquire(accountId, duration);
    }

    @Override
    public Lease renew(Lease lease) {
        return journal.renew(lease);
    }

    @Override
    public void release(Lease lease) {
        journal.release(lease);
    }

    @Override
    public Optional<LeaseHolder> holder(long accountId) {
        return journal.holder(accountId);
    }

    @Override
    public Instant now() {
        return journal.now();
    }

    @Override
    public void close() {}
}
