package io.github.clearstreet.closeout;

import io.github.clearstreet.internal.argument.Checks;
import java.time.Duration;

/**
 * How one account is to be flattened. Immutable and thread-safe; every {@code with} method gives a changed copy.
 *
 * <pre>{@code
 * FlattenOptions.defaults().withDeadline(Duration.ofMinutes(2)).withListener((account, event) -> log.info("{}", event))
 * }</pre>
 */
public final class FlattenOptions {
    /** For whom no thread is started. */
    static final ProgressListener NOBODY = (account, event) -> {};

    private static final FlattenOptions DEFAULTS =
            new FlattenOptions(Duration.ofMinutes(5), true, 3, NOBODY, ClosingMethod.OWN_ORDERS, false);

    private final Duration deadline;
    private final boolean cancelOrders;
    private final int maxCloseAttempts;
    private final ProgressListener listener;
    private final ClosingMethod method;
    private final boolean follows;

    private FlattenOptions(
            Duration deadline,
            boolean cancelOrders,
            int maxCloseAttempts,
            ProgressListener listener,
            ClosingMethod method,
            boolean follows) {
        this.deadline = deadline;
        this.cancelOrders = cancelOrders;
        this.maxCloseAttempts = maxCloseAttempts;
        this.listener = listener;
        this.method = method;
        this.follows = follows;
    }

    /** Five minutes, open orders are cancelled, at most three closes of a position and three cancels of an order, no listener. */
    public static FlattenOptions defaults() {
        return DEFAULTS;
    }

    /**
     * A copy with another deadline for the whole run. A request that changes something is only sent while there is time
     * left to learn what became of it, see {@link CloseOutBuilder#callDeadline}.
     *
     * @param deadline more than zero
     * @return the changed copy
     * @throws IllegalArgumentException if it is zero or negative
     */
    public FlattenOptions withDeadline(Duration deadline) {
        return new FlattenOptions(
                Checks.positive("deadline", deadline), cancelOrders, maxCloseAttempts, listener, method, follows);
    }

    /**
     * A copy that cancels all open orders of the account first, or keeps them. With kept orders a position is left alone
     * while one of them could close it as well, because both together would turn it around.
     *
     * @param cancelOrders true to cancel
     * @return the changed copy
     */
    public FlattenOptions withCancelOrders(boolean cancelOrders) {
        return new FlattenOptions(deadline, cancelOrders, maxCloseAttempts, listener, method, follows);
    }

    /**
     * A copy that closes each position, and cancels each open order, at most this often.
     *
     * @param maxCloseAttempts one or more
     * @return the changed copy
     * @throws IllegalArgumentException if it is less than one
     */
    public FlattenOptions withMaxCloseAttempts(int maxCloseAttempts) {
        return new FlattenOptions(
                deadline,
                cancelOrders,
                Checks.atLeastOne("maxCloseAttempts", maxCloseAttempts),
                listener,
                method,
                follows);
    }

    /**
     * A copy that tells its progress, in place of an earlier listener.
     *
     * @param listener quick and thread-safe
     * @return the changed copy
     */
    public FlattenOptions withListener(ProgressListener listener) {
        return new FlattenOptions(deadline, cancelOrders, maxCloseAttempts, listener, method, follows);
    }

    /**
     * A copy that closes positions in this way.
     *
     * @param method by orders of one's own, or by the broker
     * @return the changed copy
     */
    public FlattenOptions withMethod(ClosingMethod method) {
        return new FlattenOptions(deadline, cancelOrders, maxCloseAttempts, listener, method, follows);
    }

    /**
     * A copy whose run waits, within its deadline, for another run that is at work on the account, of any process that shares
     * the journal, and then goes on from what it finds; or one that ends at once with {@link StopReason#ALREADY_RUNNING},
     * which is the default.
     *
     * @param follows true to wait
     * @return the changed copy
     */
    public FlattenOptions withFollowing(boolean follows) {
        return new FlattenOptions(deadline, cancelOrders, maxCloseAttempts, listener, method, follows);
    }

    /** Whether a run waits for another one that is at work on the account. */
    public boolean follows() {
        return follows;
    }

    /** How positions are closed. */
    public ClosingMethod method() {
        return method;
    }

    /** How long the whole run may take. */
    public Duration deadline() {
        return deadline;
    }

    /** Whether all open orders of the account are cancelled first. */
    public boolean cancelOrders() {
        return cancelOrders;
    }

    /** How often one position is closed, and one open order cancelled, at most. */
    public int maxCloseAttempts() {
        return maxCloseAttempts;
    }

    /** Who hears of the progress. */
    public ProgressListener listener() {
        return listener;
    }

    @Override
    public String toString() {
        return "FlattenOptions[deadline=" + deadline + ", cancelOrders=" + cancelOrders + ", maxCloseAttempts="
                + maxCloseAttempts + ", method=" + method + (follows ? ", follows" : "") + "]";
    }
}
