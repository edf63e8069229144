package io.github.clearstreet.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does something each second. */
@FunctionalInterface
interface EverySecond {
    /** Returns what stops it. */
    Runnable start(Runnable work);

    /** By a thread of its own, which keeps no process alive. */
    static Runnable byAThread(Runnable work) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "clearstreet-progress");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> beats = executor.scheduleAtFixedRate(work, 1, 1, TimeUnit.SECONDS);
        return () -> {
            beats.cancel(false);
            executor.shutdown();
        };
    }
}
