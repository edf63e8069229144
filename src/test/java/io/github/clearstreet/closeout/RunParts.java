package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;

import io.github.clearstreet.CallOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** The parts of a run at a desk, each to be called by itself. Pauses are noted and take no time. */
final class RunParts {
    static final Duration FIRST_POLL = Duration.ofMillis(250);
    static final Duration SLOWEST_POLL = Duration.ofSeconds(5);
    static final Duration SETTLE_TIME = Duration.ofSeconds(30);

    private static final Executor HERE = Runnable::run;

    final List<Duration> pauses = new ArrayList<>();
    final Settings settings;
    final AccountState state;
    final RunTime time;
    final RunLog log;
    final CancelRequests cancels;
    final CloseRequests closes;

    RunParts(VirtualDesk desk) {
        settings = new Settings(
                desk.clock(),
                pauses::add,
                HERE,
                SETTLE_TIME,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                FIRST_POLL,
                SLOWEST_POLL,
                null,
                10,
                1);
        FlattenOptions options = FlattenOptions.defaults();
        state = new AccountState(options, settings);
        time = RunTime.until(settings, Duration.ofMinutes(5));
        log = new RunLog(ACCOUNT, desk.clock(), (account, event) -> {});
        AccountCalls calls = new AccountCalls(
                ACCOUNT,
                desk.clearStreet(),
                settings,
                new RateLimit(desk.clock(), 10),
                time,
                log,
                CallOptions.defaults());
        Outcomes outcomes = new Outcomes(settings, time, log, state);
        cancels = new CancelRequests(calls, state, time, log, outcomes);
        closes = new CloseRequests(calls, options, settings, state, time, log, outcomes);
    }

    List<TimelineEvent.Kind> kinds() {
        return log.timeline().stream().map(TimelineEvent::kind).toList();
    }
}
