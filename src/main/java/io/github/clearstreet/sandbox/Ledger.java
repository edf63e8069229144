package io.github.clearstreet.sandbox;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** All accounts, behind one lock. Every access first does what has become due by the clock. */
final class Ledger {
    private final Object lock = new Object();
    private final Clock clock;
    private final Supplier<String> orderIds;
    private final Map<Long, AccountBook> accounts = new LinkedHashMap<>();
    private final Map<String, SandboxInstrument> instruments = new LinkedHashMap<>();
    private long arrivals;

    Ledger(Clock clock, Supplier<String> orderIds) {
        this.clock = clock;
        this.orderIds = orderIds;
    }

    /** Counts a request, which may be what a {@link When#requests} waits for. */
    void requestArrived() {
        synchronized (lock) {
            arrivals++;
            settle();
        }
    }

    void define(SandboxInstrument instrument) {
        synchronized (lock) {
            instruments.put(instrument.symbol(), instrument);
        }
    }

    /** Works on an account, which is opened if there is none yet. */
    <T> T inAccount(long accountId, BiFunction<AccountBook, Moment, T> work) {
        synchronized (lock) {
            AccountBook book =
                    accounts.computeIfAbsent(accountId, id -> new AccountBook(id, this::instrument, orderIds));
            return work.apply(book, settle());
        }
    }

    /** Works on an account if there is one. */
    <T> Optional<T> inExistingAccount(long accountId, BiFunction<AccountBook, Moment, T> work) {
        synchronized (lock) {
            AccountBook book = accounts.get(accountId);
            return book == null ? Optional.empty() : Optional.of(work.apply(book, settle()));
        }
    }

    void clear() {
        synchronized (lock) {
            accounts.clear();
            instruments.clear();
        }
    }

    private SandboxInstrument instrument(String symbol) {
        return instruments.computeIfAbsent(symbol, SandboxInstrument::stock);
    }

    private Moment settle() {
        Moment now = new Moment(clock.instant(), arrivals);
        accounts.values().forEach(book -> book.settle(now));
        return now;
    }
}
