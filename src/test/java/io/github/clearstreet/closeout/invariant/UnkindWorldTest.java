package io.github.clearstreet.closeout.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.VirtualClients;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.FlattenOptions;
import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxOrder;
import io.github.clearstreet.sandbox.SandboxPosition;
import io.github.clearstreet.sandbox.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Random worlds that are less kind than those of the scripts: lags, windows, wrong clocks, lost and late closes, crashes,
 * others who trade. Judged by the ledger alone. {@code -Dcloseout.worlds=100000 -Dcloseout.seed=42} plays others.
 */
class UnkindWorldTest {
    private static final Duration DEADLINE = Duration.ofMinutes(12);

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-02T15:00:00Z"));
    private Duration step = Duration.ZERO;
    private int pauses;
    private Runnable beside = () -> {};

    @Test
    void flatten_inAnyWorld_neverCrossesZeroByItselfAndIsFlatOnlyIfTheLedgerIs() {
        Logger answers = Logger.getLogger("io.github.clearstreet.sandbox");
        Level usual = answers.getLevel();
        answers.setLevel(Level.OFF);
        try (Sandbox sandbox = Sandbox.builder().clock(clock).start();
                ClearStreet client = VirtualClients.direct(sandbox, clock).build()) {
            long seed = Long.getLong("closeout.seed", 5);
            for (int i = 1; i <= Integer.getInteger("closeout.worlds", 500); i++) {
                World world = World.random(new Random(seed * 1_000_003 + i));
                assertThat(play(world, i, sandbox, client))
                        .as("world %s: %s", i, world)
                        .isEmpty();
            }
        } finally {
            answers.setLevel(usual);
        }
    }

    private List<String> play(World world, long accountId, Sandbox sandbox, ClearStreet client) {
        sandbox.reset();
        step = Duration.ZERO;
        pauses = 0;
        SandboxAccount account = sandbox.account(accountId);
        world.arrange(sandbox, account);
        clock.advance(Duration.ofMinutes(2)); // what is held has been so for longer than any lag
        FlattenOptions options = world.twists().listener() == 2
                ? FlattenOptions.defaults().withMethod(world.method())
                : FlattenOptions.defaults().withMethod(world.method()).withListener((id, event) -> {
                    if (world.twists().listener() == 1) {
                        await();
                    }
                    throw new AssertionError("a listener that throws");
                });
        if (world.hasJournal()) {
            return playWithJournal(world, account, sandbox, options);
        }
        CloseOut closeOut = closeOut(world, account, client);
        FlattenReport report = null;
        if (world.restarts()) {
            report = closeOut.flatten(accountId, options.withDeadline(Duration.ofSeconds(world.firstSeconds())));
            closeOut = world.forgets() ? closeOut(world, account, client) : closeOut;
        }
        if (report == null || !report.flat()) {
            report = closeOut.flatten(accountId, options.withDeadline(DEADLINE));
        }
        return judge(world, account, report);
    }

    /** Two processes, which share nothing but a journal. */
    private List<String> playWithJournal(World world, SandboxAccount account, Sandbox sandbox, FlattenOptions options) {
        Journal journal = MemoryJournal.create(
                clock, () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
        MortalJournal mortal = new MortalJournal(journal);
        try (ClearStreet one =
                        VirtualClients.direct(sandbox, clock).journal(mortal).build();
                ClearStreet other =
                        VirtualClients.direct(sandbox, clock).journal(journal).build()) {
            CloseOut others = closeOut(World.NOTHING_HAPPENS, account, other);
            beside = () -> {
                if (pauses == world.crashAtPause()) {
                    mortal.die();
                    throw new AssertionError("killed");
                }
                if (world.secondDesk() && pauses % 3 == 1) {
                    Runnable once = beside;
                    beside = () -> {};
                    var unused = others.flatten(account.id(), options.withDeadline(Duration.ofSeconds(15)));
                    beside = once;
                }
            };
            FlattenReport report = closeOut(world, account, one).flatten(account.id(), options.withDeadline(DEADLINE));
            beside = () -> {};
            if (!report.flat()) {
                report = others.flatten(
                        account.id(), options.withDeadline(DEADLINE).withFollowing(true));
            }
            List<String> broken = new ArrayList<>(judge(world, account, report));
            List<Attempt> attempts = journal.attempts(account.id(), Instant.EPOCH);
            boolean made = account.orders().stream().anyMatch(SandboxOrder::createdThroughApi);
            if (made && attempts.stream().filter(Attempt::mayTrade).allMatch(UnkindWorldTest::isDenied)) {
                broken.add("the journal denies what was carried out: " + attempts + "\n" + text(report));
            }
            return broken;
        } finally {
            beside = () -> {};
        }
    }

    private static boolean isDenied(Attempt attempt) {
        return attempt.state() == AttemptState.DID_NOT_HAPPEN
                || attempt.state() == AttemptState.REJECTED
                || attempt.state() == AttemptState.NOT_SENT;
    }

    private static void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CloseOut closeOut(World world, SandboxAccount account, ClearStreet client) {
        return CloseOut.builder(client)
                .clock(new SetClock(clock, () -> step))
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .sleeper(length -> {
                    pauses++;
                    beside.run();
                    if (pauses == world.happensAtPause()) {
                        step = Duration.ofSeconds(world.clockStepSeconds());
                        if (world.humanQuantity() > 0) {
                            human(account, world.humanQuantity());
                        }
                        if (world.anotherCloses()) {
                            account.closeByAnother(world.twists().othersCancel());
                        }
                    }
                    clock.advance(length);
                })
                .build();
    }

    private static void human(SandboxAccount account, int quantity) {
        for (SandboxPosition held : account.positions()) {
            String some = String.valueOf(quantity);
            account.openOrder(
                    held.quantity().signum() > 0
                            ? OrderTicket.buy(held.symbol(), some)
                            : OrderTicket.sell(held.symbol(), some),
                    World.fillsAfter(0));
        }
    }

    private List<String> judge(World world, SandboxAccount account, FlattenReport report) {
        List<String> broken = new ArrayList<>();
        if (report.flat() && !account.positions().isEmpty()) {
            broken.add("said to be flat, but holds " + account.positions() + "\n" + text(report));
        }
        if (!report.flat() && world.canEndFlat()) {
            broken.add("not flat: " + text(report));
        }
        clock.advance(Duration.ofMinutes(2));
        account.positions();
        if (!world.anotherCloses()) {
            account.positionChanges().stream()
                    .filter(PositionChange::crossesZero)
                    .forEach(change -> broken.add("crossed zero: " + change + "\n" + text(report)));
        }
        return broken;
    }

    private static String text(FlattenReport report) {
        StringBuilder text = new StringBuilder(report.toString());
        report.timeline().forEach(event -> text.append("\n  ").append(event));
        return text.toString();
    }
}
