package io.github.clearstreet.closeout;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.internal.argument.Checks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link CloseOut}: what is assumed about the server, and how fast to go. Every method checks
 * its argument at once. Not thread-safe.
 */
public final class CloseOutBuilder {
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);

    private final ClearStreet clearStreet;
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.ofThread();
    private @Nullable LongSupplier ticker;
    private Executor executor = CloseOutTask::startThread;
    private Duration leaseDuration = Duration.ofSeconds(30);
    private Duration lateExecutionWindow = Duration.ofSeconds(30);
    private Duration positionLag = Duration.ofSeconds(60);
    private Duration clockSkew = Duration.ofSeconds(5);
    private Duration callDeadline = Duration.ofSeconds(10);
    private Duration firstPoll = Duration.ofMillis(250);
    private Duration slowestPoll = Duration.ofSeconds(5);
    private @Nullable Duration orderLookback;
    private int requestsPerSecond = 20;
    private int parallelAccounts = 4;

    CloseOutBuilder(ClearStreet clearStreet) {
        this.clearStreet = clearStreet;
    }

    /**
     * Tells the time of day, for reports and for what is asked of the server. Waits, windows and deadlines do not hang on it:
     * it may be set while a run is under way. Default: the system's clock.
     *
     * @param clock for example a virtual one in tests, moved by the {@link #sleeper}
     * @return this builder
     */
    public CloseOutBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Measures waits, windows and deadlines. Default: {@link System#nanoTime()}, and in addition what the {@link #sleeper}
     * slept without taking that time. With a ticker of one's own, a call that is on its way when the deadline of a run passes is
     * given its whole {@link #callDeadline}, which is real time.
     *
     * @param ticker nanoseconds from any start; never goes back
     * @return this builder
     */
    public CloseOutBuilder ticker(LongSupplier ticker) {
        this.ticker = ticker;
        return this;
    }

    /**
     * Waits. Default: the thread sleeps.
     *
     * @param sleeper for example one that moves a virtual clock in tests
     * @return this builder
     */
    public CloseOutBuilder sleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
        return this;
    }

    /**
     * Runs what is asynchronous; a run keeps its thread until it ends. Default: a new daemon thread for each run.
     *
     * @param executor one that does not run tasks on the calling thread
     * @return this builder
     */
    public CloseOutBuilder executor(Executor executor) {
        this.executor = executor;
        return this;
    }

    /**
     * How long after an unknown outcome the request may still be carried out. Nothing is sent before that. Longer is safer;
     * no time is a proof. Default: 30 seconds.
     *
     * @param lateExecutionWindow more than zero
     * @return this builder
     */
    public CloseOutBuilder lateExecutionWindow(Duration lateExecutionWindow) {
        this.lateExecutionWindow = Checks.positive("lateExecutionWindow", lateExecutionWindow);
        return this;
    }

    /**
     * How long a run has its account for itself after it last said so. It says so again and again; after a crash others wait for
     * the rest. Default: 30 seconds.
     *
     * @param leaseDuration two seconds or more
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public CloseOutBuilder leaseDuration(Duration leaseDuration) {
        if (leaseDuration.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException(
                    "leaseDuration must be " + SHORTEST_LEASE + " or more, but is " + leaseDuration);
        }
        this.leaseDuration = leaseDuration;
        return this;
    }

    /**
     * How far positions may be behind fills when a run begins. Fills that are older count as being in the positions. During a
     * run there is no such limit: positions that contradict the fills are never believed. Default: 60 seconds.
     *
     * @param positionLag zero or more
     * @return this builder
     */
    public CloseOutBuilder positionLag(Duration positionLag) {
        this.positionLag = Checks.notNegative("positionLag", positionLag);
        return this;
    }

    /**
     * What is allowed for besides the difference between the server's clock and this machine's, which is measured by the
     * {@code Date} of the responses. Default: 5 seconds.
     *
     * @param clockSkew zero or more
     * @return this builder
     */
    public CloseOutBuilder clockSkew(Duration clockSkew) {
        this.clockSkew = Checks.notNegative("clockSkew", clockSkew);
        return this;
    }

    /**
     * How long each call may take, and how much of a run's deadline has to be left for a request that changes something.
     * Default: 10 seconds.
     *
     * @param callDeadline more than zero
     * @return this builder
     */
    public CloseOutBuilder callDeadline(Duration callDeadline) {
        this.callDeadline = Checks.positive("callDeadline", callDeadline);
        return this;
    }

    /**
     * How often orders are looked at: first after the one time, then twice as long each time nothing changed, up to the
     * other. Default: 250 milliseconds and 5 seconds.
     *
     * @param initial more than zero
     * @param max no less than the initial one
     * @return this builder
     */
    public CloseOutBuilder pollInterval(Duration initial, Duration max) {
        Checks.positive("initial", initial);
        if (max.compareTo(initial) < 0) {
            throw new IllegalArgumentException("max must not be less than initial, but is " + max);
        }
        this.firstPoll = initial;
        this.slowestPoll = max;
        return this;
    }

    /**
     * Leaves out orders that are older than this when open orders are looked for. Default: all orders of the account are
     * read once at the start of a run, because any of them may still be open, with a status that is new or not.
     *
     * @param orderLookback more than zero; longer than the life of the oldest open order
     * @return this builder
     */
    public CloseOutBuilder orderLookback(Duration orderLookback) {
        this.orderLookback = Checks.positive("orderLookback", orderLookback);
        return this;
    }

    /**
     * How many requests a second leave, for all accounts together. Default: 20. What the API allows is not documented.
     *
     * @param requestsPerSecond one or more
     * @return this builder
     */
    public CloseOutBuilder requestsPerSecond(int requestsPerSecond) {
        this.requestsPerSecond = Checks.atLeastOne("requestsPerSecond", requestsPerSecond);
        return this;
    }

    /**
     * How many accounts {@link CloseOut#flattenAll} works on at a time. Default: 4.
     *
     * @param parallelAccounts one or more
     * @return this builder
     */
    public CloseOutBuilder parallelAccounts(int parallelAccounts) {
        this.parallelAccounts = Checks.atLeastOne("parallelAccounts", parallelAccounts);
        return this;
    }

    /** Makes the close-out. Nothing is sent yet. */
    public CloseOut build() {
        return new CloseOut(
                clearStreet,
                new Settings(
                        clock,
                        MonotonicTime.of(sleeper, ticker),
                        executor,
                        lateExecutionWindow,
                        leaseDuration,
                        positionLag,
                        clockSkew,
                        callDeadline,
                        firstPoll,
                        slowestPoll,
                        orderLookback,
                        requestsPerSecond,
                        parallelAccounts));
    }
}
