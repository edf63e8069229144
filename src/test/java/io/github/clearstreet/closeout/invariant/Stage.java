package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.VirtualClients;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.ClosingMethod;
import io.github.clearstreet.closeout.FlattenOptions;
import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plays scripts, one after the other: sandboxes, a client for each, and the time. Not thread-safe. */
final class Stage implements AutoCloseable {
    static final Duration SETTLE_TIME = Duration.ofSeconds(30);
    static final Duration CALL_DEADLINE = Duration.ofSeconds(10);
    private static final Duration FIRST_POLL = Duration.ofSeconds(1);
    private static final Duration SLOWEST_POLL = Duration.ofSeconds(20);
    private static final Duration AFTERWARDS = Duration.ofMinutes(3);

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-02T15:00:00Z"));
    private final Map<Integer, Desk> desks = new LinkedHashMap<>();
    private long latestAccount;

    /** One sandbox for each page size, since that is one of its settings. */
    private record Desk(Sandbox sandbox, ClearStreet clearStreet) {}

    /** Each script has an account of its own, so that nothing that is late can reach the next one. */
    Evidence play(Script script) {
        Desk desk = desks.computeIfAbsent(script.pageSize(), this::open);
        desk.sandbox().reset();
        Instant start = clock.instant();
        Duration deadline = Duration.ofSeconds(script.deadlineSeconds());
        Performance performance =
                new Performance(script, desk.sandbox(), ++latestAccount, clock, start.plus(deadline), CALL_DEADLINE);
        performance.begin();

        FlattenReport report = CloseOut.builder(desk.clearStreet())
                .clock(clock)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .sleeper(clock::advance)
                .lateExecutionWindow(SETTLE_TIME)
                .callDeadline(CALL_DEADLINE)
                .pollInterval(FIRST_POLL, SLOWEST_POLL)
                .build()
                .flatten(
                        latestAccount,
                        FlattenOptions.defaults()
                                .withMethod(ClosingMethod.BROKER)
                                .withDeadline(deadline)
                                .withCancelOrders(script.cancelOrders())
                                .withMaxCloseAttempts(script.rounds()));

        Instant endedAt = clock.instant();
        LedgerSnapshot atReport = performance.end();
        clock.advance(AFTERWARDS);
        return new Evidence(
                new Evidence.Rules(
                        start.plus(deadline), SETTLE_TIME, CALL_DEADLINE, script.cancelOrders(), script.rounds()),
                performance.arrivals(),
                atReport,
                desk.sandbox().account(latestAccount).positionChanges(),
                performance.changesBeforeOrder(),
                Reported.of(report),
                endedAt);
    }

    private Desk open(int pageSize) {
        Sandbox sandbox = Sandbox.builder().clock(clock).pageSize(pageSize).start();
        return new Desk(sandbox, VirtualClients.of(sandbox, clock).build());
    }

    @Override
    public void close() {
        desks.values().forEach(desk -> {
            desk.clearStreet().close();
            desk.sandbox().close();
        });
    }
}
