package io.github.clearstreet.sandbox;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the server treats one account less kindly than a simple one would: {@code
 * account.conditions(Conditions.usual().positionsLag(ofSeconds(35)).ordersByLastChange())}. None of it is documented of
 * the API, and none can be ruled out. The ledger itself is always exact.
 *
 * <p>Immutable and thread-safe; every method returns a copy.
 */
public final class Conditions {
    private static final Conditions USUAL =
            new Conditions(new Lags(Duration.ZERO, false, Duration.ZERO, Duration.ZERO));

    final Lags lags;
    final Map<String, Duration> windows;
    final boolean ordersByLastChange;
    final Map<String, Refusal> refusedCloses;
    final boolean partialCloses;

    /** How far behind the ledger each list is. */
    record Lags(Duration positions, boolean closesToo, Duration orders, Duration executions) {}

    /** What closing one instrument is answered with. */
    record Refusal(int status, String message) {}

    private Conditions(Lags lags) {
        this(lags, Map.of(), false, Map.of(), false);
    }

    private Conditions(
            Lags lags,
            Map<String, Duration> windows,
            boolean ordersByLastChange,
            Map<String, Refusal> refusedCloses,
            boolean partialCloses) {
        this.lags = lags;
        this.windows = windows;
        this.ordersByLastChange = ordersByLastChange;
        this.refusedCloses = refusedCloses;
        this.partialCloses = partialCloses;
    }

    /** A simple server: every list is up to date and complete. */
    public static Conditions usual() {
        return USUAL;
    }

    /** Lists positions as they were this long ago. What a close creates follows the ledger all the same. */
    public Conditions positionsLag(Duration lag) {
        return with(new Lags(notNegative(lag), false, lags.orders, lags.executions));
    }

    /** Lists positions, and computes what a close creates, as they were this long ago. */
    public Conditions positionsAndClosesLag(Duration lag) {
        return with(new Lags(notNegative(lag), true, lags.orders, lags.executions));
    }

    /** Shows orders, in lists and one by one, as they were this long ago; a new one is not there until then. */
    public Conditions ordersLag(Duration lag) {
        return with(new Lags(lags.positions, lags.closesToo, notNegative(lag), lags.executions));
    }

    /** Lists executions as they were this long ago. */
    public Conditions executionsLag(Duration lag) {
        return with(new Lags(lags.positions, lags.closesToo, lags.orders, notNegative(lag)));
    }

    /** Lists only orders created in the last so much time, unless the query has from, status or order_ids. */
    public Conditions ordersWindow(Duration window) {
        return window("get_orders", window);
    }

    /** Lists only executions of the last so much time, unless the query has from. */
    public Conditions executionsWindow(Duration window) {
        return window("get_executions", window);
    }

    /** Lists orders by their last change, latest first, so that an order moves between pages while they are read. */
    public Conditions ordersByLastChange() {
        return new Conditions(lags, windows, true, refusedCloses, partialCloses);
    }

    /**
     * Refuses to close this instrument, alone or together with others: then nothing is closed.
     *
     * @param status for example 400, 403, 409 or 422
     */
    public Conditions refusesToClose(String symbol, int status, String message) {
        Map<String, Refusal> more = new TreeMap<>(refusedCloses);
        more.put(symbol, new Refusal(status, message));
        return new Conditions(lags, windows, ordersByLastChange, Collections.unmodifiableMap(more), partialCloses);
    }

    /** Answers a close that it refuses in part with 207: the orders of the other instruments, beside the error. */
    public Conditions partialCloses() {
        return new Conditions(lags, windows, ordersByLastChange, refusedCloses, true);
    }

    private Conditions with(Lags newLags) {
        return new Conditions(newLags, windows, ordersByLastChange, refusedCloses, partialCloses);
    }

    private Conditions window(String operationId, Duration window) {
        Map<String, Duration> more = new TreeMap<>(windows);
        more.put(operationId, notNegative(window));
        return new Conditions(
                lags, Collections.unmodifiableMap(more), ordersByLastChange, refusedCloses, partialCloses);
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A lag or a window must be zero or more");
        }
        return duration;
    }
}
