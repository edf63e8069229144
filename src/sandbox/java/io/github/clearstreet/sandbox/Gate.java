package io.github.clearstreet.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a call waiting until the test lets it go, without a timer. Use it through {@link Fault#held}; one gate can keep
 * several calls. Closing the sandbox drops the calls that are still held. Thread-safe.
 */
public final class Gate {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /**
     * Waits until a call is being held.
     *
     * @param limit how long to wait at most
     * @throws IllegalStateException if no call has come by then
     * @throws InterruptedException if the thread is interrupted
     */
    public void awaitArrival(Duration limit) throws InterruptedException {
        if (!arrived.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("No call has come to the gate within " + limit);
        }
    }

    /** Lets all held calls go on, and later ones pass. */
    public void release() {
        released.countDown();
    }

    void keep() throws InterruptedException {
        arrived.countDown();
        released.await();
    }
}
