package io.github.clearstreet.closeout;

import java.time.Duration;

/**
 * How a run waits. The only place where it does, so that a test can move a clock instead.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface Sleeper {
    /**
     * Returns after this time.
     *
     * @param length more than zero
     * @throws InterruptedException if the thread is interrupted meanwhile, which ends the run
     */
    void sleep(Duration length) throws InterruptedException;

    /** Returns the sleeper that puts the thread to sleep. */
    static Sleeper ofThread() {
        // Rounded up: waiting for a moment and coming back before it would only mean to wait again.
        return length -> Thread.sleep(length.plusNanos(999_999).toMillis());
    }
}
