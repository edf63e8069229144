package io.github.clearstreet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.closeout.ClosingMethod;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Gate;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.Trigger;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Kills a process that closes many accounts, each at a point of its own, starts one other or two at once, and lets the sandbox's ledger
 * judge: each account is flat, was closed once, and its journal knows what happened.
 */
final class KillMatrix implements AutoCloseable {
    private static final BigDecimal HELD = new BigDecimal("25");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Sandbox sandbox = Sandbox.start();
    private final Gate gate = new Gate();
    private final String store;
    private final Duration window;
    private final ClosingMethod method;
    private final Map<Long, KillPoint> points = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private int held;

    /** @param store a directory, or the address of a database */
    KillMatrix(String store, Duration window, ClosingMethod method) {
        this.method = method;
        this.store = store;
        this.window = window;
    }

    /** Adds an account that is killed at this point, with its close carried out so much later if it is lost there. */
    long add(KillPoint point, Duration late) {
        long account = account();
        points.put(account, point);
        switch (point) {
            case SENT -> {
                held++;
                fault(account, Fault.held(gate));
            }
            case LOST, AFTER_UNKNOWN -> fault(account, Fault.drops().executingLater(late));
            case EXECUTED -> fault(account, Fault.drops().afterExecuting());
            default -> {}
        }
        return account;
    }

    /** Adds an account that is killed whenever it happens, with its first close carried out later or not. */
    void addRandom(Random random) {
        long account = account();
        points.put(account, KillPoint.SENT); // nothing of ours stops it
        switch (random.nextInt(4)) {
            case 0 ->
                fault(account, Fault.drops().executingLater(Duration.ofMillis(random.nextLong(window.toMillis()))));
            case 1 -> fault(account, Fault.drops().afterExecuting());
            default -> {}
        }
    }

    private long account() {
        long id = 19_801L + points.size();
        sandbox.account(id)
                .position("GOOG", HELD.toPlainString())
                .behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(Duration.ofMillis(300))));
        return id;
    }

    private void fault(long account, Fault fault) {
        sandbox.nextCall(request -> isClose(request, account), fault);
    }

    private static boolean isClose(SandboxRequest request, long account) {
        String path = "/v1/accounts/" + account + "/";
        return request.path().startsWith(path)
                && (request.method().equals("DELETE") && request.path().startsWith(path + "positions")
                        || request.method().equals("POST") && request.path().equals(path + "orders"));
    }

    void killAtPoints() throws Exception {
        try (ChildJvm first = start(true)) {
            first.awaitSaid("AT", points.size() - held);
            for (int i = 0; i < held; i++) {
                gate.awaitArrival(LIMIT);
            }
            first.killAfter(Duration.ZERO);
        }
        gate.release();
    }

    /** Kills so long after a run has first come so far: READY, BEGUN or WRITTEN. */
    void killAt(String step, Duration moment) throws Exception {
        try (ChildJvm first = start(false)) {
            first.awaitSaid(step, 1);
            first.killAfter(moment);
        }
    }

    /** Stops a process whose intents are written down, until this is done; then it goes on, to its end. */
    void stopUntil(Runnable done) throws Exception {
        try (ChildJvm first = start(true)) {
            first.awaitSaid("AT", points.size());
            first.stop();
            done.run();
            first.goOn();
            first.awaitEnd();
        }
    }

    /** How far each account has come, for example {@code [ACCEPTED, PENDING, nothing]}. */
    List<String> progress(Journal journal) {
        return points.keySet().stream()
                .map(account -> journal.attempts(account, Instant.EPOCH).stream()
                        .filter(Attempt::mayTrade)
                        .reduce((first, second) -> second)
                        .map(last -> last.state().name())
                        .orElse("nothing"))
                .sorted()
                .toList();
    }

    /** So many processes at once, to the end. */
    void restart(int count) throws Exception {
        List<ChildJvm> processes = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                processes.add(start(false));
            }
            for (ChildJvm process : processes) {
                process.awaitEnd();
            }
        } finally {
            processes.forEach(ChildJvm::close);
        }
    }

    /** What processes said that begins with this word. */
    List<String> said(String word) {
        return ChildJvm.said(lines, word);
    }

    void assertClosedOnceAndKnown(Journal journal) {
        assertThat(points).isNotEmpty();
        for (Map.Entry<Long, KillPoint> entry : points.entrySet()) {
            SandboxAccount account = sandbox.account(entry.getKey());
            String story = entry + "\n" + account.orders() + "\n" + account.positionChanges() + "\n"
                    + journal.attempts(entry.getKey(), Instant.EPOCH) + "\n" + String.join("\n", lines);
            assertThat(account.positions()).as(story).isEmpty();
            assertThat(account.positionChanges()).as(story).noneMatch(PositionChange::crossesZero);
            assertThat(account.orders().stream()
                            .map(order -> order.filledQuantity())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(story)
                    .isEqualByComparingTo(HELD);
            List<Attempt> attempts = journal.attempts(entry.getKey(), Instant.EPOCH);
            assertThat(attempts).as(story).allMatch(Attempt::isResolved);
            long carriedOut = attempts.stream()
                    .filter(attempt -> attempt.mayTrade()
                            && (attempt.state() == AttemptState.ACCEPTED || attempt.state() == AttemptState.HAPPENED))
                    .count();
            if (method == ClosingMethod.BROKER) {
                assertThat(carriedOut).as(story).isEqualTo(1);
            } else {
                assertThat(carriedOut).as(story).isPositive(); // the same order may have been sent more than once
                assertThat(account.orders()).as(story).hasSize(1);
            }
            long arrived = sandbox.requests().stream()
                    .filter(request -> isClose(request, entry.getKey()))
                    .count();
            assertThat(attempts.stream().filter(Attempt::mayTrade).count())
                    .as(story)
                    .isGreaterThanOrEqualTo(arrived);
        }
    }

    private ChildJvm start(boolean toDie) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                sandbox.baseUrl().toString(),
                sandbox.apiKey(),
                store,
                String.valueOf(window.toMillis()),
                method.name()));
        points.forEach((account, point) ->
                arguments.add(account + "=" + (toDie && point != KillPoint.SENT ? point.name() : "")));
        return ChildJvm.start(KillChild.class, arguments, lines);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
