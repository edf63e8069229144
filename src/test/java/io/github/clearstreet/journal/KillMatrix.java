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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

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
    void add(KillPoint point, Duration late) {
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
        Process first = start(true);
        long stopping = points.values().stream()
                .filter(point -> point != KillPoint.SENT)
                .count();
        Thread reader = read(first);
        synchronized (lines) {
            while (said("AT ").size() < stopping && reader.isAlive()) {
                lines.wait(1_000);
            }
        }
        for (int i = 0; i < held; i++) {
            gate.awaitArrival(LIMIT);
        }
        assertThat(said("AT ")).as(() -> String.join("\n", lines)).hasSize((int) stopping);
        kill(first, reader);
        gate.release();
    }

    /** Kills so long after a run has first come so far: READY, BEGUN or WRITTEN. */
    void killAt(String step, Duration moment) throws Exception {
        Process first = start(false);
        Thread reader = read(first);
        synchronized (lines) {
            while (said(step).isEmpty() && reader.isAlive()) {
                lines.wait(1_000);
            }
        }
        first.waitFor(moment.toMillis(), TimeUnit.MILLISECONDS);
        kill(first, reader);
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

    private static void kill(Process process, Thread reader) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        reader.join();
    }

    /** So many processes at once, to the end. */
    void restart(int count) throws Exception {
        List<Process> processes = new ArrayList<>();
        try {
            List<Thread> readers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Process process = start(false);
                processes.add(process);
                readers.add(read(process));
            }
            for (Thread reader : readers) {
                reader.join();
            }
            for (Process process : processes) {
                assertThat(process.waitFor()).isZero();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    void judge(Journal journal) {
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

    int accounts() {
        return points.size();
    }

    private Process start(boolean toDie) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                KillChild.class.getName(),
                sandbox.baseUrl().toString(),
                sandbox.apiKey(),
                store,
                String.valueOf(window.toMillis()),
                method.name()));
        points.forEach((account, point) ->
                command.add(account + "=" + (toDie && point != KillPoint.SENT ? point.name() : "")));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private Thread read(Process process) {
        Thread reader = new Thread(() -> {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    synchronized (lines) {
                        lines.add(line);
                        lines.notifyAll();
                    }
                }
            } catch (IOException killed) {
                // A killed process closes its output in the middle of a read: it has said all that it will.
            }
        });
        reader.start();
        return reader;
    }

    private List<String> said(String word) {
        synchronized (lines) {
            return lines.stream().filter(line -> line.startsWith(word)).toList();
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
