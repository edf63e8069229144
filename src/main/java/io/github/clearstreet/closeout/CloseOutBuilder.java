package io.github.clearstreet.closeout;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.internal.argument.Checks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link CloseOut}: what is assumed about the server, and how fast to go. Every method checks
 * its argument at once. Not thread-safe.
 */
public final class CloseOutBuilder {
    private final ClearStreet clearStreet;
    private Clock clock = Clock.systemUTC();
    private Pause pause = Pause.sleeping();
    private Executor executor = CloseOutThreads::start;
    private Duration settleTime = Duration.ofSeconds(30);
    private Duration clockSkew = Duration.ofSeconds(5);
    private Duration callDeadline = Duration.ofSeconds(10);
    private Duration firstPoll = Duration.ofMillis(250);
    private Duration slowestPoll = Duration.ofSeconds(5);
    private @Nullable Duration orderLookback;
    private int requestsPerSecond = 10;
    private int parallelAccounts = 4;

    CloseOutBuilder(ClearStreet clearStreet) {
        this.clearStreet = clearStreet;
    }

    /**
     * Tells the time. Default: the system's clock.
     *
     * @param clock for example a virtual one in tests, moved by the {@link #pause}
     * @return this builder
     */
    public CloseOutBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Waits. Default: the thread sleeps.
     *
     * @param pause for example one that moves a virtual clock in tests
     * @return this builder
     */
    public CloseOutBuilder pause(Pause pause) {
        this.pause = pause;
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
     * @param settleTime more than zero
     * @return this builder
     */
    public CloseOutBuilder settleTime(Duration settleTime) {
        this.settleTime = Checks.positive("settleTime", settleTime);
        return this;
    }

    /**
     * How far the server's clock may be behind this machine's. Default: 5 seconds.
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
     * @param first more than zero
     * @param slowest no less than the first
     * @return this builder
     */
    public CloseOutBuilder polling(Duration first, Duration slowest) {
        Checks.positive("first", first);
        if (slowest.compareTo(first) < 0) {
            throw new IllegalArgumentException("slowest must not be less than first, but is " + slowest);
        }
        this.firstPoll = first;
        this.slowestPoll = slowest;
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
     * How many requests a second leave, for all accounts together. Default: 10. What the API allows is not documented.
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
                        pause,
                        executor,
                        settleTime,
                        clockSkew,
                        callDeadline,
                        firstPoll,
                        slowestPoll,
                        orderLookback,
                        requestsPerSecond,
                        parallelAccounts));
    }
}
