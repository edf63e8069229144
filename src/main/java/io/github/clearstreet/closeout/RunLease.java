package io.github.clearstreet.closeout;

import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.AttemptOutcome;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Decision;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.JournalException;
import io.github.clearstreet.journal.JournaledPosition;
import io.github.clearstreet.journal.Lease;
import io.github.clearstreet.journal.LeaseHeldException;
import io.github.clearstreet.journal.LeaseLostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What ties a run to the journal of its client: the account is its own over all processes, whatever it sends is written down
 * under its lease, and what other processes left unresolved is resolved by it. Not thread-safe.
 */
final class RunLease {
    private final Journal journal;
    private final long accountId;
    private final Settings settings;
    private final Set<Long> ownTokens;
    private final LeftByOthers leftByOthers;
    private @Nullable Lease lease;

    /** @param ownTokens of all runs of the same close-out on this account; their requests are known to it without the journal */
    RunLease(Journal journal, long accountId, Settings settings, RunClock clock, Set<Long> ownTokens) {
        this.journal = journal;
        this.accountId = accountId;
        this.settings = settings;
        this.ownTokens = ownTokens;
        this.leftByOthers = new LeftByOthers(journal, accountId, settings, clock);
    }

    /**
     * Takes the account.
     *
     * @return what other processes left unresolved
     * @throws StopRun if somebody else has it, or the journal cannot be used
     */
    List<PendingRequest> take() {
        return take("this one sent nothing", "Nothing was sent");
    }

    private List<PendingRequest> take(String sent, String failed) {
        try {
            Lease taken = journal.acquire(accountId, settings.leaseDuration());
            lease = taken;
            ownTokens.add(taken.token());
            return journal.unresolved(accountId).stream()
                    .filter(attempt -> attempt.leaseToken() == null || !ownTokens.contains(attempt.leaseToken()))
                    .flatMap(attempt -> leftByOthers.pending(attempt).stream())
                    .toList();
        } catch (LeaseHeldException e) {
            throw new StopRun(
                    StopReason.ALREADY_RUNNING,
                    "Another run is at work on this account: it is held by " + e.holder()
                            + ". Wait for its end, or stop it; " + sent + ".");
        } catch (JournalException e) {
            throw new StopRun(StopReason.FAILED, failed + ": " + e.getMessage());
        } catch (RuntimeException e) {
            throw new StopRun(StopReason.FAILED, failed + ", because the journal failed: " + e);
        }
    }

    /**
     * Keeps the account; after a pause that was too long for that, takes it again.
     *
     * @return what other processes left unresolved meanwhile
     * @throws StopRun if somebody else has taken it, or the journal cannot be used
     */
    List<PendingRequest> keep() {
        Lease held = lease;
        if (held == null || held.remaining().compareTo(renewBelow()) > 0) {
            return List.of();
        }
        try {
            lease = journal.renew(held);
            return List.of();
        } catch (LeaseLostException e) {
            return take("this one stood still too long, and has sent nothing since", "The run cannot go on");
        } catch (JournalException e) {
            if (held.remaining().compareTo(Duration.ZERO) > 0) {
                return List.of(); // a database that restarts is back before the account is lost
            }
            throw new StopRun(StopReason.FAILED, "The run cannot go on: " + e.getMessage());
        }
    }

    /** Keeps the account during a long turn, if that is possible; otherwise the next {@link #keep} says so. */
    void extend() {
        Lease held = lease;
        if (held != null && held.remaining().compareTo(renewBelow()) <= 0) {
            try {
                lease = journal.renew(held);
            } catch (JournalException e) {
                // Nothing is sent under a lease that has run out.
            }
        }
    }

    private Duration renewBelow() {
        return settings.leaseDuration().multipliedBy(3).dividedBy(4);
    }

    /** What the next request is decided by. */
    Decision decision(List<HeldPosition> positions, Optional<Instant> serverTime) {
        Decision decision = Decision.none()
                .withPositions(positions.stream()
                        .map(position ->
                                new JournaledPosition(position.instrumentId(), position.symbol(), position.quantity()))
                        .toList())
                .withServerTime(serverTime.orElse(null));
        Lease held = lease;
        return held == null ? decision : decision.withLease(held);
    }

    /** Writes down what a request turned out to have done, whoever sent it. What cannot be written stays unresolved. */
    void resolved(PendingRequest pending, boolean happened, String resolution) {
        Optional<AttemptState> state = leftByOthers.resolved(pending, happened);
        try {
            state.ifPresent(known ->
                    attemptsOf(pending).forEach(id -> journal.end(id, AttemptOutcome.of(known, resolution))));
        } catch (RuntimeException e) {
            // The next run finds it again.
        }
    }

    /** Nothing else that could do the same is sent while one is unresolved, so there is no other of its kind. */
    private Stream<String> attemptsOf(PendingRequest pending) {
        if (pending.attemptId() != null) {
            return Stream.of(pending.attemptId());
        }
        UnresolvedRequest request = pending.request();
        return journal.unresolved(accountId).stream()
                .filter(attempt -> attempt.leaseToken() != null && ownTokens.contains(attempt.leaseToken()))
                .filter(attempt -> pending.ownId() == null
                        ? attempt.operation().equals(request.operation())
                                && Objects.equals(
                                        attempt.instrumentId(),
                                        request.instrumentId().orElse(null))
                        : attempt.ids().contains(pending.ownId()))
                .map(Attempt::id);
    }

    /** Lets others have the account. */
    void release() {
        Lease held = lease;
        if (held == null) {
            return;
        }
        try {
            journal.release(held);
        } catch (RuntimeException e) {
            // It expires by itself.
        }
    }
}
