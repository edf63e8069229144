package io.github.clearstreet.journal;

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
    private final Map<String, Attempt> unresolved = new LinkedHashMap<>();
    private @Nullable LeaseHolder holder;

    AccountState(long accountId) {
        this.accountId = accountId;
    }

    /** From what a database has. */
    AccountState(long accountId, @Nullable LeaseHolder holder, Collection<Attempt> unresolved) {
        this(accountId);
        this.holder = holder;
        unresolved.forEach(attempt -> this.unresolved.put(attempt.id(), attempt));
    }

    void apply(Entry entry) {
        if (entry instanceof Entry.Began began) {
            unresolved.put(began.attempt().id(), began.attempt());
        } else if (entry instanceof Entry.Ended ended) {
            unresolved.computeIfPresent(ended.attemptId(), (id, attempt) -> {
                Attempt next = attempt.with(ended.outcome());
                return next.isResolved() ? null : next;
            });
        } else if (entry instanceof Entry.Leased leased) {
            LeaseHolder next = leased.holder();
            // A released lease is over whatever the clock does.
            holder = leased.change() == Entry.Change.RELEASED
                    ? new LeaseHolder(next.by(), next.since(), Instant.EPOCH, next.token())
                    : next;
        }
    }

    List<Attempt> unresolved() {
        return List.copyOf(unresolved.values());
    }

    Optional<LeaseHolder> holder(Instant now) {
        return Optional.ofNullable(holder).filter(held -> held.until().isAfter(now));
    }

    /** The token of the last lease, whether it lives or not; zero if there was none. */
    long token() {
        return holder == null ? 0 : holder.token();
    }

    /** Returns if the intent may be written down now. */
    void check(Intent intent, Instant now) {
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
                unresolved.values().stream().filter(Attempt::mayTrade).toList();
        if (!doubtful.isEmpty() && !intent.decision().despiteUnresolved()) {
            throw new UnresolvedAttemptsException(accountId, doubtful);
        }
    }

    /** Returns if nobody holds the account. */
    void free(Instant now) {
        holder(now).ifPresent(held -> {
            throw new LeaseHeldException(accountId, held);
        });
    }

    /** Returns who holds the account, if that is by this lease. */
    LeaseHolder current(Lease lease, Instant now) {
        if (token() != lease.token()) {
            throw new LeaseLostException(
                    lease + " was lost: the account has been taken by " + holder + " since. Nothing was sent");
        }
        return holder(now)
                .orElseThrow(() ->
                        new LeaseLostException(lease + " has expired: it was not renewed in time. Nothing was sent"));
    }
}
