package io.github.clearstreet.closeout.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.VirtualClients;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.FlattenOptions;
import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxPosition;
import io.github.clearstreet.sandbox.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    @Test
    void flatten_inAnyWorld_neverCrossesZeroByItselfAndIsFlatOnlyIfTheLedgerIs() {
        Logger answers = Logger.getLogger("io.github.clearstreet.sandbox");
        Level usual = answers.getLevel();
        answers.setLevel(Level.OFF);
        try (Sandbox sandbox = Sandbox.builder().clock(clock).start();
                ClearStreet client = VirtualClients.of(sandbox, clock).build()) {
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
        CloseOut closeOut = closeOut(world, account, client);
        FlattenOptions options = FlattenOptions.defaults()
                .withMethod(world.method())
                .withListener((id, event) -> {
                    throw new AssertionError("a listener that throws");
                });
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

    private CloseOut closeOut(World world, SandboxAccount account, ClearStreet client) {
        return CloseOut.builder(client)
                .clock(new SteppingClock())
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .sleeper(length -> {
                    pauses++;
                    if (pauses == world.happensAtPause()) {
                        step = Duration.ofSeconds(world.clockStepSeconds());
                        if (world.humanQuantity() > 0) {
                            human(account, world.humanQuantity());
                        }
                        if (world.anotherCloses()) {
                            account.closeByAnother(false);
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

    private final class SteppingClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return clock.instant().plus(step);
        }
    }
}
