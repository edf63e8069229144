package io.github.clearstreet.closeout;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run over one account: looks at orders and positions, does one thing, and looks again. Whatever it sends is decided by
 * what was read right before. It goes turn by turn, so that a few threads can serve many accounts. Not thread-safe.
 */
final class FlattenLoop {
    private final long accountId;
    private final FlattenOptions options;
    private final AccountMemory memory;
    private final RunClock clock;
    private final RunLog log;
    private final AccountCalls calls;
    private final AccountState state;
    private final AccountReader reader;
    private final NextStep next;
    private final RunReport report;
    private Instant due;
    private final RunLease lease;
    private @Nullable StopRun refusal;

    FlattenLoop(
            long accountId,
            ClearStreet clearStreet,
            Settings settings,
            RateLimit rateLimit,
            AccountMemory memory,
            FlattenOptions options,
            ProgressTeller teller) {
        this.accountId = accountId;
        this.options = options;
        this.memory = memory;
        clock = RunClock.until(settings, options.deadline());
        due = clock.now();
        log = new RunLog(accountId, clock, teller, options.listener());
        // A read is tried once: the run looks again by itself, at the shared pace.
        CallOptions once = CallOptions.defaults().withReadAttempts(1);
        calls = new AccountCalls(accountId, clearStreet, settings, rateLimit, clock, log, once);
        state = new AccountState(accountId, options, settings);
        reader = new AccountReader(calls, state, settings, clock, log);
        RequestSender sender = new RequestSender(settings, clock, log, state);
        next = new NextStep(
                accountId,
                clearStreet.guards(),
                state,
                clock,
                calls,
                reader,
                new CancelSender(calls, state, clock, log, sender),
                new CloseSender(calls, options, state, clock, log, sender),
                new OwnOrderSender(calls, state, clock, log, sender),
                options.method());
        lease = new RunLease(clearStreet.journal(), accountId, settings, clock, memory.tokens(accountId));
        calls.under(lease);
        state.unresolved().onResolved(lease::resolved);
        report = new RunReport(accountId, state, clock, log);
    }

    /** When its next turn is, by the time that all runs of a close-out share. */
    Instant due() {
        return due;
    }

    /** Runs until there is something to report. Never throws. */
    FlattenReport run() {
        begin();
        while (true) {
            Optional<FlattenReport> made = turn();
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    /** Takes the account for this run. If it has one already, the first turn ends with that, or waits for it. */
    void begin() {
        refusal = null;
        memory.begin(accountId)
                .ifPresentOrElse(
                        this::begin,
                        () -> refusal = new StopRun(
                                StopReason.ALREADY_RUNNING,
                                "Another run is at work on this account. Wait for its end, or stop it; this one sent"
                                        + " nothing."));
    }

    private void begin(AccountMemory.Left left) {
        try {
            List<PendingRequest> leftByOthers = lease.take();
            log.add(TimelineEvent.Kind.STARTED, options.toString());
            state.unresolved().addAll(left.unresolved());
            found(leftByOthers);
            reader.alreadyExplained(left.explained());
        } catch (StopRun e) {
            lease.release(); // it may have been taken before what failed
            memory.end(accountId, left);
            refusal = e;
        } catch (Throwable e) {
            lease.release();
            memory.end(accountId, left);
            refusal = new StopRun(StopReason.FAILED, "Nothing was sent. The run failed: " + e);
        }
    }

    /** What another process may have sent is waited for, as if this one had. */
    private void found(List<PendingRequest> leftByOthers) {
        state.unresolved().addAll(leftByOthers);
        leftByOthers.forEach(pending ->
                log.add(TimelineEvent.Kind.OUTCOME_UNKNOWN, pending.request().toString()));
    }

    /** Waits for its turn and takes it. Never throws. Returns the report when the run is over. */
    Optional<FlattenReport> turn() {
        try {
            if (refusal != null && !follows(refusal)) {
                throw refusal;
            }
            Duration wait = Duration.between(clock.now(), due);
            if (!wait.isNegative() && !wait.isZero()) {
                clock.pause(wait);
            }
            clock.check();
            calls.checkOpen();
            if (refusal != null) {
                begin();
                due = clock.now().plus(refusal == null ? Duration.ZERO : clock.nextPoll());
                return Optional.empty();
            }
            found(lease.keep());
            due = clock.now().plus(step());
            return Optional.empty();
        } catch (StopRun end) {
            return Optional.of(end(end));
        } catch (Throwable e) {
            // Errors too: after running out of memory the caller still has to know what was sent.
            return Optional.of(end(new StopRun(StopReason.FAILED, "The run failed: " + e)));
        }
    }

    /** True if there is time to wait for the other run. */
    private boolean follows(StopRun refused) {
        return options.follows() && refused.reason() == StopReason.ALREADY_RUNNING && clock.endsAfter(due);
    }

    private Duration step() {
        Duration held = calls.heldFor();
        if (!held.isZero()) {
            return held;
        }
        return reader.everything() ? next.take() : clock.nextPoll();
    }

    private FlattenReport end(StopRun end) {
        FlattenReport made = report.of(end);
        if (refusal == null) {
            try {
                if (end.reason() == StopReason.FLAT) {
                    state.unresolved().flat(state.orders());
                }
                lease.release();
            } catch (Throwable e) {
                log.add(TimelineEvent.Kind.READ_FAILED, "The journal was not told of the end: " + e);
            } finally {
                memory.end(accountId, new AccountMemory.Left(state.unresolved().left(), state.explainedFills()));
            }
        }
        log.ended(made);
        return made;
    }
}
