package io.github.clearstreet.internal.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Keeps what it is given until the test fires it. */
final class ManualScheduler extends ScheduledThreadPoolExecutor {
    private volatile Duration delay = Duration.ZERO;

    ManualScheduler() {
        super(1);
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long time, TimeUnit unit) {
        delay = Duration.of(time, unit.toChronoUnit());
        return super.schedule(task, 1, TimeUnit.DAYS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long time, TimeUnit unit) {
        delay = Duration.of(time, unit.toChronoUnit());
        return super.schedule(task, 1, TimeUnit.DAYS);
    }

    void fire() {
        getQueue().forEach(task -> ((RunnableScheduledFuture<?>) task).run());
    }

    /** The delay of the latest task. */
    Duration delay() {
        return delay;
    }

    int pending() {
        return getQueue().size();
    }
}
