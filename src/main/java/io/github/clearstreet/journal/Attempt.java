package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A changing request as the journal knows it.
 *
 * @param id the attempt's own id in the journal
 * @param accountId the account that it changes
 * @param operation the operation in the API's own words, for example {@code close_positions}
 * @param instrumentId the instrument, if it is about one
 * @param ids the ids by which its effect can be found: of new orders as the client gave them, or of the order to cancel
 * @param positions the positions that it was decided by; empty if they were not read
 * @param by who wrote it down
 * @param recordedAt when it was written down, by {@link Journal#now()}: it cannot have been sent earlier
 * @param sendBy when the permission to send it ended, by {@link Journal#now()}: it was not sent later, unless its process was
 *     stopped between its last check and the write to the network
 * @param leaseToken the token of the lease that it was sent under, if there was one
 * @param serverTime the server's time at the decision, if it was known
 * @param outcomes what became of it, in the order in which it was written down
 */
public record Attempt(
        String id,
        long accountId,
        String operation,
        @Nullable String instrumentId,
        List<String> ids,
        List<JournaledPosition> positions,
        ProcessIdentity by,
        Instant recordedAt,
        Instant sendBy,
        @Nullable Long leaseToken,
        @Nullable Instant serverTime,
        List<RecordedOutcome> outcomes) {
    /** Keeps copies. */
    public Attempt {
        ids = List.copyOf(ids);
        positions = List.copyOf(positions);
        outcomes = List.copyOf(outcomes);
    }

    static Attempt of(String id, Intent intent, ProcessIdentity by, Instant now) {
        Decision decision = intent.decision();
        Lease lease = decision.lease();
        return new Attempt(
                id,
                intent.accountId(),
                intent.operation(),
                intent.instrumentId(),
                intent.ids(),
                decision.positions(),
                by,
                now,
                now.plus(intent.sendWithin()),
                lease == null ? null : lease.token(),
                decision.serverTime(),
                List.of());
    }

    Attempt with(RecordedOutcome outcome) {
        List<RecordedOutcome> all = new ArrayList<>(outcomes);
        all.add(outcome);
        return new Attempt(
                id,
                accountId,
                operation,
                instrumentId,
                ids,
                positions,
                by,
                recordedAt,
                sendBy,
                leaseToken,
                serverTime,
                all);
    }

    /**
     * As it would have been written by a clock that has stepped since: forward if more than zero. The earliest time stays the
     * earliest.
     */
    Attempt steppedBy(Duration step) {
        if (step.isZero()) {
            return this;
        }
        return new Attempt(
                id,
                accountId,
                operation,
                instrumentId,
                ids,
                positions,
                by,
                step.isNegative() ? recordedAt.plus(step) : recordedAt,
                sendBy.plus(step),
                leaseToken,
                serverTime,
                outcomes.stream()
                        .map(recorded ->
                                new RecordedOutcome(recorded.at().plus(step), recorded.by(), recorded.outcome()))
                        .toList());
    }

    /** What is known of it now: the last outcome that resolved it, otherwise the last one. */
    public AttemptState state() {
        AttemptState state = AttemptState.PENDING;
        for (RecordedOutcome recorded : outcomes) {
            AttemptState next = recorded.outcome().state();
            if (next.isResolved() || !state.isResolved()) {
                state = next;
            }
        }
        return state;
    }

    /** Whether nothing is left to find out. */
    public boolean isResolved() {
        return state().isResolved();
    }

    /** Whether it closes positions by itself, so that a second one can close twice. */
    public boolean closes() {
        return Operations.closes(operation);
    }

    /** Whether it can buy or sell. A cancel cannot. */
    public boolean mayTrade() {
        return Operations.mayTrade(operation);
    }

    /**
     * The latest time at which it can have been given to the network: the time of its {@link AttemptState#UNKNOWN} outcome,
     * otherwise {@link #sendBy()}. The time in which it may be carried out late begins here.
     */
    public Instant latestSending() {
        return outcomes.stream()
                .filter(recorded -> recorded.outcome().state() == AttemptState.UNKNOWN)
                .map(RecordedOutcome::at)
                .findFirst()
                .orElse(sendBy);
    }

    /** A line for people. */
    @Override
    public String toString() {
        return Printable.text(operation + (instrumentId == null ? "" : " of " + instrumentId) + " for account "
                + accountId + " by " + by + " at " + recordedAt + ": " + state());
    }
}
