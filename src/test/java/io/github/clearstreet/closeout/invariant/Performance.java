package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.FlattenOptions;
import io.github.clearstreet.closeout.invariant.Arrival.Told;
import io.github.clearstreet.closeout.invariant.Trouble.How;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxOrder;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One script while it is played: brings strangers and troubles in when their request arrives, and takes down what the
 * sandbox sees. The run sends one request at a time; they are handled on the sandbox's threads, hence the lock.
 */
final class Performance {
    private static final Pattern CLIENT_ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static final Duration AGES = Duration.ofMinutes(2);

    private final Script script;
    private final Sandbox sandbox;
    private final SandboxAccount account;
    private final VirtualClock clock;
    private final Duration callDeadline;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<CallKind, Integer> counts = new EnumMap<>(CallKind.class);
    private final Map<String, Integer> changesBeforeOrder = new HashMap<>();
    private final Map<Integer, Integer> changesWhenRead = new HashMap<>();
    private final Map<String, Integer> changesWhenDecided = new HashMap<>();
    private LedgerSnapshot latest = new LedgerSnapshot(Map.of(), List.of(), 0);
    private Optional<Trouble> trouble = Optional.empty();
    private final CountDownLatch over = new CountDownLatch(1);
    private int process;
    private Instant deadlineAt = Instant.MAX;
    private Duration clockAhead;
    private OptionalInt changesWhenFixed = OptionalInt.empty();
    private boolean ended;

    Performance(Script script, Sandbox sandbox, long accountId, VirtualClock clock, Duration callDeadline) {
        this.script = script;
        this.sandbox = sandbox;
        this.account = sandbox.account(accountId);
        this.clock = clock;
        this.callDeadline = callDeadline;
        this.clockAhead = Duration.ofSeconds(script.server().clockAhead());
    }

    void begin() {
        for (Instrument any : Instrument.values()) {
            sandbox.instrument(any.instrument());
        }
        script.held().forEach(held -> account.position(held.instrument().symbol(), String.valueOf(held.quantity())));
        if (!script.server().isKind()) {
            clock.advance(AGES); // what is held has been so for longer than any lag
            account.conditions(script.server().conditions())
                    .usedIdResponse(script.server().usedId());
        }
        bringStrangers(0);
        if (script.server().ordersWindow() > 0) {
            clock.advance(AGES);
        }
        look();
        // Asked for each request right before it is carried out.
        sandbox.nextCall(this::arrives, Fault.none());
        script.troubles().forEach(any -> sandbox.nextCall(request -> meets(any, request), any.fault()));
        sandbox.customizeResponses(this::answered);
    }

    /** Whatever comes now comes from this process, whose run ends at that moment. */
    synchronized void acts(int newProcess, Instant newDeadlineAt) {
        process = newProcess;
        deadlineAt = newDeadlineAt;
    }

    FlattenOptions listenedTo(FlattenOptions options) {
        return switch (script.server().listener()) {
            case QUIETLY -> options;
            case THROWS ->
                options.withListener((id, event) -> {
                    throw new AssertionError("a listener that throws");
                });
            case BLOCKS -> options.withListener((id, event) -> block());
        };
    }

    private void block() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void letListenersGo() {
        over.countDown();
    }

    /** How far the client's clock is ahead of the server's. */
    synchronized Duration clockAhead() {
        return clockAhead;
    }

    /** The process did not learn what became of its latest request. */
    synchronized void nothingLearned() {
        int latestOne = arrivals.size() - 1;
        if (latestOne >= 0 && arrivals.get(latestOne).process() == process) {
            arrivals.set(latestOne, arrivals.get(latestOne).notLearned());
        }
    }

    /** The ledger at this moment. */
    synchronized LedgerSnapshot now() {
        return look();
    }

    /** From here on nothing is taken down, and the ledger is looked at once more. */
    synchronized LedgerSnapshot end() {
        ended = true;
        return look();
    }

    List<Arrival> arrivals() {
        return arrivals;
    }

    Map<String, Integer> changesBeforeOrder() {
        return changesBeforeOrder;
    }

    /** How much an order of one's own closes is decided by what was read before. */
    private void decides(SandboxRequest request) {
        if (CallKind.of(request) == CallKind.SUBMIT) {
            Matcher ids = CLIENT_ID.matcher(request.body());
            while (ids.find()) {
                changesWhenDecided.putIfAbsent(ids.group(1), changesWhenRead.getOrDefault(process, 0));
            }
        }
    }

    /** Never says that the request is meant, because others are going to be asked about it too. */
    private synchronized boolean arrives(SandboxRequest request) {
        if (isOurs(request)) {
            counts.merge(CallKind.of(request), 1, Integer::sum);
            trouble = Optional.empty();
            decides(request);
            bringStrangers(arrivals.size() + 1);
            if (arrivals.size() + 1 == script.server().happensAt()) {
                clockAhead = clockAhead.plusSeconds(script.server().clockStep());
                script.server().happens(account);
            }
            look();
            if (CallKind.of(request) == CallKind.READ_POSITIONS) {
                changesWhenRead.put(process, latest.changes());
            }
        }
        return false;
    }

    private synchronized boolean meets(Trouble planned, SandboxRequest request) {
        boolean meant = isOurs(request)
                && trouble.isEmpty()
                && planned.call() == CallKind.of(request)
                && planned.nth() == counts.getOrDefault(planned.call(), 0);
        if (meant) {
            trouble = Optional.of(planned);
            if (planned.fixesQuantities()) {
                changesWhenFixed = OptionalInt.of(latest.changes());
            }
        }
        return meant;
    }

    private synchronized SandboxResponse answered(SandboxRequest request, SandboxResponse answer) {
        if (isOurs(request)) {
            Duration left = Duration.between(clock.instant(), deadlineAt);
            Duration atMost = left.compareTo(callDeadline) < 0 ? left : callDeadline;
            trouble.ifPresent(met -> clock.advance(met.wait(atMost)));
            boolean endsALook = !answer.body().contains("\"next_page_token\":\"");
            int number = arrivals.size() + 1;
            arrivals.add(
                    Arrival.of(number, process, request, latest, told(answer.status()), endsALook, clock.instant()));
            if (CallKind.of(request) == CallKind.READ_POSITIONS) {
                int read = counts.getOrDefault(CallKind.READ_POSITIONS, 0);
                return script.server().hidden().of(request, answer, read);
            }
        }
        return answer;
    }

    /** The status of a refusal is enough, even if its body is cut short. */
    private Told told(int status) {
        boolean heard = trouble.map(Trouble::isHeard).orElse(true);
        if (heard && status >= 400 && status < 500) {
            return Told.REJECTED;
        }
        boolean whole = trouble.map(met -> met.how() != How.TRUNCATED).orElse(true);
        return heard && whole && status < 300 ? Told.ACCEPTED : Told.UNKNOWN;
    }

    private boolean isOurs(SandboxRequest request) {
        return !ended && request.path().startsWith("/v1/accounts/" + account.id() + "/");
    }

    private void bringStrangers(int arrival) {
        script.strangers().stream()
                .filter(stranger -> stranger.arrival() == arrival)
                .forEach(stranger ->
                        account.openOrder(stranger.ticket(), stranger.plan().behaviour(clock.instant())));
    }

    private LedgerSnapshot look() {
        List<SandboxOrder> orders = account.orders();
        orders.forEach(order -> changesBeforeOrder.putIfAbsent(
                order.id(),
                changesWhenDecided.getOrDefault(
                        order.clientOrderId().orElse(""), changesWhenFixed.orElseGet(() -> shownBefore(order)))));
        script.held().forEach(held -> setClosing(held, orders));
        latest = LedgerSnapshot.of(account);
        return latest;
    }

    /** A server that closes by positions which lag knows nothing of what changed since. */
    private int shownBefore(SandboxOrder order) {
        if (!script.server().closesLag()) {
            return latest.changes();
        }
        Instant shown = order.createdAt().minusSeconds(script.server().positionsLag());
        long known = account.positionChanges().stream()
                .filter(change -> !change.at().isAfter(shown))
                .count();
        return Math.min((int) known, latest.changes());
    }

    private void setClosing(Held held, List<SandboxOrder> orders) {
        String symbol = held.instrument().symbol();
        long made = orders.stream()
                .filter(order -> order.createdThroughApi() && order.symbol().equals(symbol))
                .count();
        account.behaviour(symbol, script.server().shown(held.closing((int) made).behaviour(clock.instant()), symbol));
    }
}
