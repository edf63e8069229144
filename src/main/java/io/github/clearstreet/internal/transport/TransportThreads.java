package io.github.clearstreet.internal.transport;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one transport, and what runs where. All are daemons, made when first needed. */
final class TransportThreads implements AutoCloseable {
    /** Runs the work of java.net.http where it arises, which is its selector thread: no hand-off for a small answer. */
    static final Executor HTTP_CLIENT = Runnable::run;

    private static final int STARTERS = 2;

    private final ThreadPoolExecutor starter;
    private final Optional<ScheduledExecutorService> givenScheduler;
    private final ScheduledThreadPoolExecutor ownScheduler;

    TransportThreads(Optional<ScheduledExecutorService> givenScheduler) {
        this.givenScheduler = givenScheduler;
        this.ownScheduler = new ScheduledThreadPoolExecutor(1, named("deadline"));
        ownScheduler.setRemoveOnCancelPolicy(true);
        this.starter = new ThreadPoolExecutor(
                STARTERS, STARTERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("send"));
        starter.allowCoreThreadTimeOut(true);
    }

    /**
     * Starts exchanges. Not the caller's thread: java.net.http looks up the host name there, which can take longer than
     * the deadline and cannot be interrupted.
     */
    Executor starter() {
        return starter;
    }

    /** Ends asynchronous calls at their deadline. */
    ScheduledExecutorService scheduler() {
        return givenScheduler.orElse(ownScheduler);
    }

    @Override
    public void close() {
        starter.shutdown();
        ownScheduler.shutdownNow();
    }

    private static ThreadFactory named(String role) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "clearstreet-" + role + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
