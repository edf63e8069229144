package io.github.clearstreet.internal.http;

import io.github.clearstreet.internal.http.TransportException.Kind;
import io.github.clearstreet.internal.http.TransportException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Where the work of a call is done: that is all in which blocking and asynchronous calls differ. */
public enum WorkThread {
    /** On the thread of the caller, which waits: a blocking call. Its futures are complete when the caller gets them. */
    CALLING,
    /** On the callback threads of the transport, and nobody waits: an asynchronous call. */
    CALLBACK;

    /**
     * Waits until the future is complete, whatever its result: the only place where a call waits.
     *
     * @return null, or why it stopped waiting earlier; an interrupt is still set then
     */
    static @Nullable Reason await(CompletableFuture<?> future, long nanos) {
        try {
            future.get(nanos, TimeUnit.NANOSECONDS);
            return null;
        } catch (TimeoutException passed) {
            return Reason.DEADLINE;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return Reason.INTERRUPTED;
        } catch (ExecutionException decided) {
            return null;
        }
    }

    /**
     * Begins nothing on the caller's thread if it was interrupted.
     *
     * @throws TransportException if so: nothing is sent
     */
    public void check() {
        if (this == CALLING && Thread.currentThread().isInterrupted()) {
            throw new TransportException(Kind.NOT_SENT, Reason.INTERRUPTED, null);
        }
    }

    /**
     * Waits for the pause if this thread is the caller's; an interrupt ends it.
     *
     * @return true if the pause is over; otherwise what comes after it hangs on the future
     */
    public boolean isOver(CompletableFuture<?> pause) {
        return this == CALLING ? await(pause, Long.MAX_VALUE) != Reason.DEADLINE : pause.isDone();
    }
}
