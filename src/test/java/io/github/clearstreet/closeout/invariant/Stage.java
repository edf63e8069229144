package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.VirtualClients;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.FlattenOptions;
import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.invariant.Company.Beside;
import io.github.clearstreet.closeout.invariant.Company.Crash;
import io.github.clearstreet.closeout.invariant.Company.Crash.Moment;
import io.github.clearstreet.closeout.invariant.MortalJournal.Killed;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays scripts, one after the other: sandboxes, a client for each, and the time. Not thread-safe. */
final class Stage implements AutoCloseable {
    static final Duration SETTLE_TIME = Duration.ofSeconds(30);
    static final Duration CALL_DEADLINE = Duration.ofSeconds(10);
    private static final Duration FIRST_POLL = Duration.ofSeconds(1);
    private static final Duration SLOWEST_POLL = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int PROCESSES = 3;
    private static final int REBORN = 2;
    private static final Duration AFTERWARDS = Duration.ofMinutes(3);

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-02T15:00:00Z"));
    private final Map<Integer, Desk> desks = new LinkedHashMap<>();
    private long latestAccount;

    private final ExecutorService besides = Executors.newCachedThreadPool();

    /** One sandbox for each page size, since that is one of its settings. The first process has the first client, and so on. */
    private record Desk(Sandbox sandbox, List<MortalJournal> journals, List<ClearStreet> clients) {}

    /** What is known when a process has reported. */
    private record Ending(
            int process, FlattenReport report, Instant deadlineAt, Instant endedAt, LedgerSnapshot atReport) {}

    /** One run of flatten by one process. */
    private final class Client {
        private final int number;
        private final MortalJournal journal;
        private final ClearStreet client;

        private Client(int number, MortalJournal journal, ClearStreet client) {
            this.number = number;
            this.journal = journal;
            this.client = client;
        }

        /** @throws Killed if it was its fate */
        private Ending run(Script script, long accountId, Duration deadline, Turns turns, Performance performance) {
            Instant deadlineAt = clock.instant().plus(deadline);
            int turn = turns.turn();
            performance.acts(number, deadlineAt);
            CloseOut closeOut = CloseOut.builder(client)
                    .clock(new SetClock(clock, performance::clockAhead))
                    .ticker(() -> {
                        liveOn(performance);
                        turns.mayGiveWay(turn);
                        performance.acts(number, deadlineAt);
                        return nanos();
                    })
                    .sleeper(length -> {
                        turns.sleep(turn, length);
                        performance.acts(number, deadlineAt);
                    })
                    .lateExecutionWindow(SETTLE_TIME)
                    .callDeadline(CALL_DEADLINE)
                    .pollInterval(FIRST_POLL, SLOWEST_POLL)
                    .build();
            FlattenReport report = closeOut.flatten(
                    accountId,
                    performance
                            .listenedTo(FlattenOptions.defaults())
                            .withMethod(script.method())
                            .withDeadline(deadline)
                            .withFollowing(number == REBORN)
                            .withCancelOrders(script.cancelOrders())
                            .withMaxCloseAttempts(script.rounds()));
            return new Ending(number, report, deadlineAt, clock.instant(), performance.now());
        }

        private void liveOn(Performance performance) {
            try {
                journal.check(Moment.ANY);
            } catch (Killed e) {
                if (journal.lacksAnOutcome()) {
                    performance.nothingLearned();
                }
                throw e;
            }
        }
    }

    /**
     * Each script has an account of its own, so that nothing that is late can reach the next one. Returns what is known of each
     * process that lived to report.
     */
    List<Evidence> play(Script script) {
        Desk desk = desks.computeIfAbsent(script.pageSize(), this::open);
        desk.sandbox().reset();
        Performance performance = new Performance(script, desk.sandbox(), ++latestAccount, clock, CALL_DEADLINE);
        performance.begin();
        SandboxAccount account = desk.sandbox().account(latestAccount);
        Company company = script.company();
        Turns turns = new Turns(clock, company.isAlone() ? 1 : 2, company.seed());
        Journal journal = journal();
        List<Ending> endings = new CopyOnWriteArrayList<>();
        Runnable first = () -> {
            Duration deadline = Duration.ofSeconds(script.deadlineSeconds());
            try {
                Client one = process(desk, 0, journal, company.crash());
                endings.add(one.run(script, account.id(), deadline, turns, performance));
            } catch (Killed e) {
                Client reborn = process(desk, 2, journal, null);
                endings.add(reborn.run(script, account.id(), deadline.plus(LEASE), turns, performance));
            }
        };
        if (company.isAlone()) {
            turns.work(0, first);
        } else {
            Client other = process(desk, 1, company.beside() == Beside.SAME_JOURNAL ? journal : journal(), null);
            Duration deadline = Duration.ofSeconds(script.deadlineSeconds());
            CompletableFuture<Void> beside = CompletableFuture.runAsync(
                    () -> turns.work(
                            1, () -> endings.add(other.run(script, account.id(), deadline, turns, performance))),
                    besides);
            turns.work(0, first);
            beside.join();
        }
        performance.end();
        clock.advance(AFTERWARDS);
        performance.letListenersGo();
        List<PositionChange> changes = account.positionChanges();
        return endings.stream()
                .map(ending -> new Evidence(
                        new Evidence.Rules(
                                ending.deadlineAt(),
                                SETTLE_TIME,
                                CALL_DEADLINE,
                                script.cancelOrders(),
                                script.rounds(),
                                script.server().isKind(),
                                company.isAlone(),
                                company.sharesJournal()),
                        ending.process(),
                        performance.arrivals(),
                        ending.atReport(),
                        changes,
                        performance.changesBeforeOrder(),
                        Reported.of(ending.report()),
                        ending.endedAt()))
                .toList();
    }

    private Client process(Desk desk, int number, Journal knows, @Nullable Crash crash) {
        MortalJournal journal = desk.journals().get(number);
        journal.begin(knows, crash);
        return new Client(number, journal, desk.clients().get(number));
    }

    private Journal journal() {
        return MemoryJournal.create(clock, this::nanos);
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    private Desk open(int pageSize) {
        Sandbox sandbox = Sandbox.builder().clock(clock).pageSize(pageSize).start();
        List<MortalJournal> journals = Stream.generate(() -> new MortalJournal(journal()))
                .limit(PROCESSES)
                .toList();
        return new Desk(
                sandbox,
                journals,
                journals.stream()
                        .map(journal -> VirtualClients.direct(sandbox, clock)
                                .journal(journal)
                                .build())
                        .toList());
    }

    @Override
    public void close() {
        besides.shutdown();
        desks.values().forEach(desk -> {
            desk.clients().forEach(Stage::close);
            desk.sandbox().close();
        });
    }

    private static void close(ClearStreet client) {
        try {
            client.close();
        } catch (MortalJournal.Killed processOfTheLastScript) {
            // It writes nothing any more.
        }
    }
}
