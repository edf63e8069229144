package io.github.clearstreet.closeout;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;

/**
 * One run over one account: looks at orders and positions, does one thing, and looks again. Whatever it sends is decided by
 * what was read right before. Not thread-safe.
 */
final class FlattenRun {
    private final FlattenOptions options;
    private final RunTime time;
    private final RunLog log;
    private final AccountCalls calls;
    private final AccountLook look;
    private final NextStep next;
    private final Polling polling;
    private final RunReport report;

    FlattenRun(
            long accountId, ClearStreet clearStreet, Settings settings, RateLimit rateLimit, FlattenOptions options) {
        this.options = options;
        time = RunTime.until(settings, options.deadline());
        log = new RunLog(accountId, settings.clock(), options.listener());
        // A read is tried once: the run looks again by itself, at the shared pace.
        CallOptions once = CallOptions.defaults().withReadAttempts(1);
        calls = new AccountCalls(accountId, clearStreet, settings, rateLimit, time, log, once);
        AccountState state = new AccountState(options, settings);
        OrdersRead orders = new OrdersRead(calls, state.book(), settings, time.startedAt());
        polling = new Polling(time, settings);
        look = new AccountLook(calls, state, settings, time, log, orders, polling);
        Outcomes outcomes = new Outcomes(settings, time, log, state);
        next = new NextStep(
                accountId,
                clearStreet.guards(),
                state,
                time,
                calls,
                look,
                new CancelRequests(calls, state, time, log, outcomes),
                new CloseRequests(calls, options, settings, state, time, log, outcomes),
                polling);
        report = new RunReport(accountId, state, time, log);
    }

    /** Runs until there is something to report. Never throws. */
    FlattenReport run() {
        FlattenReport made;
        try {
            made = report.of(loop());
        } catch (Throwable e) {
            // Errors too: after running out of memory the caller still has to know what was sent.
            made = report.of(new RunEnded(StopReason.FAILED, "The run failed: " + e));
        }
        log.ended(made);
        return made;
    }

    private RunEnded loop() {
        try {
            log.add(TimelineEvent.Kind.STARTED, options.toString());
            while (true) {
                time.check();
                calls.checkOpen();
                if (look.atEverything()) {
                    next.take();
                } else {
                    polling.pause();
                }
            }
        } catch (RunEnded end) {
            return end;
        }
    }
}
