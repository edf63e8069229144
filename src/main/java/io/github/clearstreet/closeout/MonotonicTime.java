package io.github.clearstreet.closeout;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Time that only goes forward, for every wait, window and deadline: a step of the machine's clock must neither cut a window
 * short nor make a run hang. Its instants count from the epoch and mean nothing outside. Thread-safe.
 */
final class MonotonicTime {
    private final Sleeper sleeper;
    private final LongSupplier ticker;
    private final @Nullable AtomicLong slept;
    private final long startedAt;

    private MonotonicTime(Sleeper sleeper, LongSupplier ticker, @Nullable AtomicLong slept) {
        this.sleeper = sleeper;
        this.ticker = ticker;
        this.slept = slept;
        this.startedAt = ticker.getAsLong();
    }

    /**
     * @param ticker gives nanoseconds; null for those of the JVM, to which is added what a sleeper slept without taking that
     *     time, as one does that moves a virtual clock
     */
    static MonotonicTime of(Sleeper sleeper, @Nullable LongSupplier ticker) {
        return ticker == null
                ? new MonotonicTime(sleeper, System::nanoTime, new AtomicLong())
                : new MonotonicTime(sleeper, ticker, null);
    }

    /** False if a ticker of the caller's own says what time is. */
    boolean isReal() {
        return slept != null;
    }

    Instant now() {
        long nanos = ticker.getAsLong() - startedAt + (slept == null ? 0 : slept.get());
        return Instant.EPOCH.plusNanos(nanos);
    }

    void sleep(Duration length) throws InterruptedException {
        long before = ticker.getAsLong();
        sleeper.sleep(length);
        if (slept != null) {
            slept.addAndGet(Math.max(0, length.toNanos() - (ticker.getAsLong() - before)));
        }
    }
}
