package io.github.clearstreet.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the entries of one account amount to: who holds it, and what is unresolved. Not thread-safe. */
final class AccountState {
    private final long accountId;
    private final Map<String, Open> unresolved = new LinkedHashMap<>();
    private @Nullable LeaseHolder holder;
    private Moment leasedAt = Moment.of(Instant.EPOCH);

    /** @param sent when it was written down, or the first time that its outcome was unknown */
    private record Open(Attempt attempt, Moment sent) {}

    AccountState(long accountId) {
        this.accountId = accountId;
    }

    /** From what a database has. */
    AccountState(long accountId, @Nullable LeaseHolder holder, Collection<Attempt> unresolved) {
        this(accountId);
        this.holder = holder;
        if (holder != null) {
            this.leasedAt = Moment.of(holder.since());
        }
        unresolved.forEach(
                attempt -> this.unresolved.put(attempt.id(), new Open(attempt, Moment.of(attempt.recordedAt()))));
    }

    void apply(Entry entry) {
        if (entry instanceof Entry.Began began) {
            unresolved.put(began.attempt().id(), new Open(began.attempt(), began.at()));
        } else if (entry instanceof Entry.Ended ended) {
            unresolved.computeIfPresent(ended.attemptId(), (id, open) -> {
                Attempt next = open.attempt().with(ended.outcome());
                boolean isFirst = open.attempt().outcomes().isEmpty();
                return next.isResolved() ? null : new Open(next, isFirst ? ended.at() : open.sent());
            });
        } else if (entry instanceof Entry.Leased leased) {
            LeaseHolder next = leased.holder();
            leasedAt = leased.at();
            // A released lease is over whatever the clock does.
            holder = leased.change() == Entry.Change.RELEASED
                    ? new LeaseHolder(next.by(), next.since(), Instant.EPOCH, next.token())
                    : next;
        }
    }

    boolean isUnresolved(String attemptId) {
        return unresolved.containsKey(attemptId);
    }

    /** With times by the clock as it goes now. */
    List<Attempt> unresolved(Moment now) {
        return unresolved.values().stream()
                .map(open -> open.attempt().steppedBy(now.stepSince(open.sent())))
                .toList();
    }

    Optional<LeaseHolder> holder(Moment now) {
        return Optional.ofNullable(holder)
                .filter(held -> Duration.between(leasedAt.at(), held.until()).compareTo(now.since(leasedAt)) > 0);
    }

    /** The token of the last lease, whether it lives or not; zero if there was none. */
    long token() {
        return holder == null ? 0 : holder.token();
    }

    /** Returns if the intent may be written down now. */
    void check(Intent intent, Moment now) {
        Lease lease = intent.decision().lease();
        if (lease != null) {
            current(lease, now);
            return;
        }
        if (!intent.closes()) {
            return;
        }
        free(now);
        List<Attempt> doubtful =
                unresolved(now).stream().filter(Attempt::mayTrade).toList();
        if (!doubtful.isEmpty() && !intent.decision().despiteUnresolved()) {
            throw new UnresolvedAttemptsException(accountId, doubtful);
        }
    }

    /** Returns if nobody holds the account. */
    void free(Moment now) {
        holder(now).ifPresent(held -> {
            throw new LeaseHeldException(accountId, held);
        });
    }

    /** Returns who holds the account, if that is by this lease. */
    LeaseHolder current(Lease lease, Moment now) {
        if (token() != lease.token()) {
            throw new LeaseLostException(
                    lease + " was lost: the account has been taken by " + holder + " since. Nothing was sent");
        }
        return holder(now)
                .orElseThrow(() ->
                        new LeaseLostException(lease + " has expired: it was not renewed in time. Nothing was sent"));
    }
}
