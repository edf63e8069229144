package io.github.clearstreet.sandbox;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All accounts, behind one lock. Every access first does what has become due by the clock. */
final class Ledger {
    private final Object lock = new Object();
    private final Clock clock;
    private final Supplier<String> orderIds;
    private final Map<Long, AccountBook> accounts = new LinkedHashMap<>();
    private final Map<String, SandboxInstrument> instruments = new LinkedHashMap<>();
    private final List<LateCall> lateCalls = new ArrayList<>();
    private @Nullable Instant executingLate;
    private long arrivals;
    private long looks;

    /** A call that the sandbox has received and not carried out yet. */
    private record LateCall(Instant at, Runnable call) {}

    Ledger(Clock clock, Supplier<String> orderIds) {
        this.clock = clock;
        this.orderIds = orderIds;
    }

    /** Counts a request, which may be what a {@link Trigger#requests} waits for. */
    void requestArrived() {
        synchronized (lock) {
            arrivals++;
            advance();
        }
    }

    void define(SandboxInstrument instrument) {
        synchronized (lock) {
            instruments.put(instrument.symbol(), instrument);
        }
    }

    /** Works on an account, which is opened if there is none yet. */
    <T> T inAccount(long accountId, BiFunction<AccountBook, LedgerTime, T> work) {
        synchronized (lock) {
            AccountBook book =
                    accounts.computeIfAbsent(accountId, id -> new AccountBook(id, this::instrument, orderIds));
            return work.apply(book, advance());
        }
    }

    /** Works on an account if there is one. */
    <T> Optional<T> inExistingAccount(long accountId, BiFunction<AccountBook, LedgerTime, T> work) {
        synchronized (lock) {
            AccountBook book = accounts.get(accountId);
            return book == null ? Optional.empty() : Optional.of(work.apply(book, advance()));
        }
    }

    /** Carries a call out once the clock has moved on by the delay, at that time, between what else is due. */
    void executeLater(Duration delay, Runnable call) {
        synchronized (lock) {
            lateCalls.add(new LateCall(clock.instant().plus(delay), call));
        }
    }

    List<Long> accountIds() {
        synchronized (lock) {
            return List.copyOf(accounts.keySet());
        }
    }

    /** What all accounts hold, for {@link #withPositions}. */
    Map<Long, List<SandboxPosition>> positions() {
        synchronized (lock) {
            advance();
            return accounts.values().stream().collect(Collectors.toMap(AccountBook::id, AccountBook::positions));
        }
    }

    /** Lets closes go by these positions while this runs. */
    void withPositions(Map<Long, List<SandboxPosition>> positions, Runnable work) {
        synchronized (lock) {
            accounts.values().forEach(book -> book.rules().fixPositions(positions.get(book.id())));
            try {
                work.run();
            } finally {
                accounts.values().forEach(book -> book.rules().fixPositions(null));
            }
        }
    }

    void clear() {
        synchronized (lock) {
            lateCalls.clear();
            accounts.clear();
            instruments.clear();
        }
    }

    private SandboxInstrument instrument(String symbol) {
        SandboxInstrument defined = instruments.get(symbol);
        return defined == null ? SandboxInstrument.stock(symbol) : defined;
    }

    private LedgerTime advance() {
        Instant until = executingLate;
        if (until == null) {
            until = clock.instant();
            executeLateCalls(until);
        }
        looks++;
        LedgerTime now = new LedgerTime(until, arrivals, looks);
        accounts.values().forEach(book -> book.advance(now));
        return now;
    }

    /** Each at its own time: the work on the ledger that it does comes back to {@link #advance}, up to that time. */
    private void executeLateCalls(Instant until) {
        for (LateCall next = nextLateCall(until); next != null; next = nextLateCall(until)) {
            lateCalls.remove(next);
            executingLate = next.at();
            try {
                next.call().run();
            } finally {
                executingLate = null;
            }
        }
    }

    private @Nullable LateCall nextLateCall(Instant until) {
        return lateCalls.stream()
                .filter(late -> !late.at().isAfter(until))
                .min(comparing(LateCall::at))
                .orElse(null);
    }
}
