package io.github.clearstreet;

import io.github.clearstreet.internal.http.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Pauses that take no time, and move a clock of their own. */
public final class VirtualPauses implements RetryPolicy.Sleeper {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    /** Lets a client pause in virtual time, with randomness that repeats itself. */
    public static ClearStreetBuilder in(ClearStreetBuilder settings) {
        return settings.sleeper(new VirtualPauses()).random(new Random(1));
    }

    @Override
    public CompletableFuture<Void> sleep(Duration time) {
        pauses.add(time);
        nanos.addAndGet(time.toNanos());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    /** All pauses so far. */
    public List<Duration> all() {
        return pauses;
    }
}
