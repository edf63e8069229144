package io.github.clearstreet.closeout;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run on another thread, from {@link CloseOut#flattenAsync} or {@link CloseOut#flattenAllAsync}. Thread-safe.
 *
 * @param <R> what the run ends with
 */
public final class CloseOutTask<R> {
    private final CompletableFuture<R> result = new CompletableFuture<>();
    private final Object lock = new Object();
    private @Nullable Thread runner;
    private boolean stopped;

    private CloseOutTask() {}

    static <R> CloseOutTask<R> start(Executor executor, Supplier<R> run) {
        CloseOutTask<R> task = new CloseOutTask<>();
        var unused = task.result.whenComplete((report, thrown) -> task.stop());
        try {
            executor.execute(() -> task.run(run));
        } catch (RejectedExecutionException e) {
            task.result.completeExceptionally(e);
        }
        return task;
    }

    /** A daemon, so that a forgotten run does not keep the JVM alive. */
    static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "clearstreet-close-out");
        thread.setDaemon(true);
        return thread;
    }

    static void startThread(Runnable work) {
        thread(work).start();
    }

    /**
     * The report, as soon as the run is over. Completing or cancelling this future from outside stops the run too, but
     * then nobody is told what the run left behind, except its listener.
     */
    public CompletableFuture<R> result() {
        return result;
    }

    /**
     * Ends the run promptly: a call that is under way is abandoned, nothing else is sent. The report then says {@link
     * StopReason#CANCELLED} and names what is unresolved. Does nothing when the run is over.
     */
    public void stop() {
        synchronized (lock) {
            stopped = true;
            if (runner != null) {
                runner.interrupt();
            }
        }
    }

    private void run(Supplier<R> run) {
        synchronized (lock) {
            runner = Thread.currentThread();
            if (stopped) {
                runner.interrupt();
            }
        }
        R report = null;
        Throwable failure = null;
        try {
            report = run.get();
        } catch (Throwable thrown) {
            failure = thrown;
        }
        synchronized (lock) {
            runner = null;
            if (stopped) {
                // It was meant for the run, and not for what the executor does next on this thread.
                var unused = Thread.interrupted();
            }
        }
        if (failure == null) {
            result.complete(report);
        } else {
            result.completeExceptionally(failure);
        }
    }
}
