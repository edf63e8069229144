package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.sandbox.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The time that two processes share. One of them is at work, on a thread of its own; when it sleeps, or gives way, the one
 * that wakes up first goes on. So what happens is decided by the seed alone. Thread-safe.
 */
final class Turns {
    /** A run looks at its clock some five times for each request. */
    private static final int LOOKS = 25;

    private final VirtualClock clock;
    private final Random random;
    private final @Nullable Instant[] wakes;
    private int turn;

    Turns(VirtualClock clock, int processes, int seed) {
        this.clock = clock;
        this.random = new Random(seed);
        this.wakes = new Instant[processes];
        Arrays.fill(wakes, clock.instant());
    }

    /** The process whose turn it is. */
    synchronized int turn() {
        return turn;
    }

    /** Does a whole run, from its first turn on. */
    void work(int process, Runnable run) {
        await(process);
        try {
            run.run();
        } finally {
            passOn(process, null);
        }
    }

    void sleep(int process, Duration length) {
        passOn(process, clock.instant().plus(length));
        await(process);
    }

    /** Lets the other one go on here, once in a while, if it has anything to do now. */
    void mayGiveWay(int process) {
        if (gives()) {
            sleep(process, Duration.ZERO);
        }
    }

    private synchronized boolean gives() {
        return wakes.length > 1 && random.nextInt(LOOKS) == 0;
    }

    private synchronized void passOn(int process, @Nullable Instant wake) {
        wakes[process] = wake;
        for (int i = 1; i <= wakes.length; i++) {
            int next = (process + i) % wakes.length;
            Instant at = wakes[next];
            Instant best = wakes[turn];
            if (at != null && (best == null || at.isBefore(best) || (turn == process && at.equals(best)))) {
                turn = next;
            }
        }
        notifyAll();
    }

    private synchronized void await(int process) {
        try {
            while (turn != process) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Instant wake = wakes[process];
        if (wake != null && wake.isAfter(clock.instant())) {
            clock.advance(Duration.between(clock.instant(), wake));
        }
    }
}
