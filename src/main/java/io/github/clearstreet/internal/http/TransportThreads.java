package io.github.clearstreet.internal.http;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one transport: a few, whatever number of calls is on its way. All are daemons, made when first needed, and
 * gone when idle.
 */
final class TransportThreads implements AutoCloseable {
    /**
     * Runs the work of java.net.http where it arises, which is mostly its selector thread.
     *
     * <p>Why: responses are small, and handing one over costs more than taking it in. A blocking call of 25 orders takes a third
     * of the CPU that it takes with the pool that java.net.http has by default, with and without TLS. What runs there is the
     * JDK's code and {@link ResponseBody}, never a decoder or code of the user.
     */
    static final Executor SAME_THREAD = Runnable::run;

    private static final int STARTERS = 2;
    private static final int IDLE_SECONDS = 10;

    private final Executor starter = pool("send", STARTERS);
    // Not the common pool: on a machine with two cores CompletableFuture replaces it by a thread for each task.
    private final ThreadPoolExecutor callbacks =
            pool("callback", Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final ScheduledExecutorService scheduler;

    TransportThreads() {
        this(deadlines());
    }

    /** @param scheduler shut down at the end */
    TransportThreads(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Starts exchanges with a host that has to be looked up. Not on the caller's thread: java.net.http does it there, which
     * can take longer than the deadline and cannot be interrupted.
     */
    Executor starter() {
        return starter;
    }

    /** Decodes the responses of asynchronous calls and runs what the user hangs on their futures. */
    Executor callbacks() {
        return callbacks;
    }

    /** True if no response is being decoded, and nothing runs that a user hung on a future. */
    boolean areIdle() {
        return callbacks.getActiveCount() == 0 && callbacks.getQueue().isEmpty();
    }

    /** Ends asynchronous calls at their deadline. */
    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    /** Drops the deadlines; what is decided already is still delivered. */
    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private static ScheduledExecutorService deadlines() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, named("deadline"));
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }

    private static ThreadPoolExecutor pool(String role, int size) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(role));
        pool.allowCoreThreadTimeOut(true);
        return pool;
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
