package io.github.clearstreet.closeout;

import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the journal has as unresolved by others, as requests that a run waits for. Not thread-safe. */
final class LeftByOthers {
    /** The server's {@code Date} has whole seconds. */
    private static final Duration RESOLUTION = Duration.ofSeconds(1);

    private final Journal journal;
    private final long accountId;
    private final Settings settings;
    private final RunClock clock;
    private final Map<String, Open> open = new HashMap<>();

    LeftByOthers(Journal journal, long accountId, Settings settings, RunClock clock) {
        this.journal = journal;
        this.accountId = accountId;
        this.settings = settings;
        this.clock = clock;
    }

    /** An attempt of which some requests are left to be found out about. */
    private record Open(Attempt attempt, int left, boolean happened) {}

    /** Counts from the latest sending by the clock that the journal's users share; what is left of it by the run's own. */
    List<PendingRequest> pending(Attempt attempt) {
        Duration left = Duration.between(journal.now(), attempt.latestSending().plus(settings.lateExecutionWindow()));
        Instant recordedAt = clock.shownNow().minus(Duration.between(attempt.recordedAt(), journal.now()));
        List<HeldPosition> positions = attempt.positions().stream()
                .map(position -> HeldPosition.of(position.instrumentId(), position.symbol(), position.quantity()))
                .toList();
        boolean byIds = !attempt.ids().isEmpty() && attempt.operation().equals("submit_orders");
        boolean eachHasItsPosition = attempt.ids().size() == positions.size();
        Set<String> ordersOfOthers = ordersOfOthers(attempt);
        List<PendingRequest> pending = new ArrayList<>();
        for (int i = 0; i < (byIds ? attempt.ids().size() : 1); i++) {
            pending.add(new PendingRequest(
                    new UnresolvedRequest(
                            attempt.operation(),
                            attempt.instrumentId(),
                            recordedAt,
                            attempt.by() + " sent it, and it is not known what became of it"),
                    clock.now().plus(left.isNegative() ? Duration.ZERO : left),
                    ordersOfOthers,
                    byIds && eachHasItsPosition ? positions.subList(i, i + 1) : positions,
                    !byIds || positions.isEmpty(),
                    attempt.id(),
                    earliest(recordedAt, attempt.serverTime()),
                    byIds ? attempt.ids().get(i) : null,
                    byIds && eachHasItsPosition));
        }
        open.put(attempt.id(), new Open(attempt, pending.size(), false));
        return pending;
    }

    /** What other attempts are known to have made, this one has not. */
    private Set<String> ordersOfOthers(Attempt attempt) {
        return journal.attempts(accountId, attempt.recordedAt().minus(Duration.ofDays(1))).stream()
                .filter(other -> !other.id().equals(attempt.id()))
                .flatMap(other -> other.outcomes().stream())
                .flatMap(recorded -> recorded.outcome().orderIds().stream())
                .collect(Collectors.toSet());
    }

    /** An order that seems older is not its own. The times of orders may follow either clock, or nearly so. */
    private Instant earliest(Instant recordedAt, @Nullable Instant serverTime) {
        return (serverTime == null || recordedAt.isBefore(serverTime) ? recordedAt : serverTime)
                .minus(settings.clockSkew())
                .minus(RESOLUTION);
    }

    /**
     * One request is resolved. Returns what that makes of its attempt: nothing as long as others of it are open, or if it cannot be
     * found out at all. One that was carried out in part has happened.
     */
    Optional<AttemptState> resolved(PendingRequest pending, boolean happened) {
        Open before = pending.attemptId() == null ? null : open.get(pending.attemptId());
        if (before != null) {
            Open after = new Open(before.attempt(), before.left() - 1, before.happened() || happened);
            open.put(before.attempt().id(), after);
            boolean shows = before.attempt().closes() || !before.attempt().mayTrade() || pending.ownId() != null;
            if (after.left() > 0 || !(after.happened() || shows)) {
                return Optional.empty();
            }
            return Optional.of(after.happened() ? AttemptState.HAPPENED : AttemptState.DID_NOT_HAPPEN);
        }
        return Optional.of(happened ? AttemptState.HAPPENED : AttemptState.DID_NOT_HAPPEN);
    }
}
