package io.github.clearstreet.closeout;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners on a thread of their own, in order: whatever they do, and however long it takes, the runs go on as if they
 * were not there. Thread-safe.
 */
final class ProgressTeller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.clearstreet");

    /** How long the caller of a run waits, at its very end, for a listener that has not heard everything yet. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private @Nullable Thread thread;
    private boolean closed;

    synchronized void tell(Runnable event) {
        if (closed) {
            return;
        }
        queue.add(event);
        if (thread == null) {
            thread = CloseOutTask.thread(this::run);
            thread.start();
        }
    }

    /** Returns when the listener has heard everything, or does not come back. */
    @Override
    public void close() {
        CountDownLatch heard = new CountDownLatch(1);
        synchronized (this) {
            if (thread == null || closed) {
                closed = true;
                return;
            }
            closed = true;
            queue.add(() -> {
                heard.countDown();
                throw new Finished();
            });
        }
        boolean interrupted = Thread.interrupted();
        try {
            var unused = heard.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (true) {
            try {
                queue.take().run();
            } catch (Finished e) {
                return;
            } catch (Throwable e) {
                warn(e);
            }
        }
    }

    /** A log that fails is as little a reason to stop. */
    private static void warn(Throwable thrown) {
        try {
            LOG.warn("a ProgressListener threw; the run goes on as if it had not", thrown);
        } catch (Throwable e) {
            // There is nobody left to tell.
        }
    }

    private static final class Finished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Finished() {
            super(null, null, false, false);
        }
    }
}
