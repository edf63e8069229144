package io.github.clearstreet.closeout;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.internal.argument.Checks;
import java.util.List;
import java.util.Set;

/**
 * Takes accounts to flat, and says what is left and why when that cannot be done.
 *
 * <pre>{@code
 * FlattenReport report = CloseOut.of(clearStreet).flatten(19816);
 * System.out.println(report);
 * }</pre>
 *
 * <p>Immutable and thread-safe. All runs of one instance share its rate limit.
 */
public final class CloseOut {
    private final ClearStreet clearStreet;
    private final Settings settings;
    private final RateLimit rateLimit;
    private final AccountMemory memory = new AccountMemory();

    CloseOut(ClearStreet clearStreet, Settings settings) {
        this.clearStreet = clearStreet;
        this.settings = settings;
        this.rateLimit = new RateLimit(settings.time(), settings.requestsPerSecond());
    }

    /** Returns a close-out with the default settings. */
    public static CloseOut of(ClearStreet clearStreet) {
        return builder(clearStreet).build();
    }

    /** Starts the configuration of a close-out. */
    public static CloseOutBuilder builder(ClearStreet clearStreet) {
        return new CloseOutBuilder(clearStreet);
    }

    /**
     * Changes nothing: says what closing the account would do.
     *
     * <p>Operations {@code get_positions} and {@code get_orders}.
     *
     * @param accountId the account, more than zero
     * @return what is held now, and which open orders are in the way
     * @throws io.github.clearstreet.ClearStreetException if a read failed
     * @throws IllegalArgumentException if the account id is not positive
     */
    public Preview preview(long accountId) {
        return new Previewer(clearStreet, settings, rateLimit).preview(Checks.accountId(accountId));
    }

    /**
     * Changes nothing: finds out whether a closing request of unknown outcome was carried out. It looks once and does not
     * wait. A failed read gives {@link Verdict#STILL_UNKNOWN}, never an exception.
     *
     * <p>Operations {@code get_orders} and {@code get_positions}.
     *
     * @param attempt the request in question
     * @return what is known now, and what to do
     */
    public Reconciliation reconcile(ClosingAttempt attempt) {
        return new Previewer(clearStreet, settings, rateLimit).reconcile(attempt);
    }

    /**
     * Changes nothing: looks into every attempt that the client's journal has as unresolved, of all accounts and processes, and
     * writes down what it finds out. It looks once and does not wait. Each run does the same for its account, and waits.
     *
     * <p>Closes are judged as {@link #reconcile} says, orders with ids of their own by these ids, cancels by time. An account
     * that a run holds is left to it.
     *
     * <p>Operations {@code get_orders}, {@code get_executions} and {@code get_positions}.
     *
     * @return what is known of each attempt now; empty if none was unresolved
     * @throws io.github.clearstreet.journal.JournalException if the journal cannot be read or written
     */
    public List<Reconciliation> recover() {
        return new Recovery(clearStreet, settings, this::reconcile).run();
    }

    /**
     * Closes every position of the account and waits until it is flat, with the default options.
     *
     * @param accountId the account, more than zero
     * @return what happened
     * @throws IllegalArgumentException if the account id is not positive
     * @see #flatten(long, FlattenOptions)
     */
    public FlattenReport flatten(long accountId) {
        return flatten(accountId, FlattenOptions.defaults());
    }

    /**
     * Closes every position of the account and waits until it is flat, or the deadline, or a reason to stop.
     *
     * <p>Open orders are cancelled first and followed until none can fill; one that does not go away soon holds up its own
     * instrument only. Then positions are closed, the closing orders followed to a final status, the positions read again,
     * and what is left is closed again. A client that is closed meanwhile ends the run. Guaranteed: a position is never
     * closed while an order that this run knows of could close it as well, nothing is sent while the outcome of an earlier
     * request is unresolved, and {@link FlattenReport#flat()} follows from a complete read of no positions. Not guaranteed:
     * that nobody else trades between a read and a close. The thread's interrupt ends the run; it keeps its flag.
     *
     * @param accountId the account, more than zero
     * @param options the deadline, and what to do with open orders
     * @return what happened; also when the account is not flat
     * @throws IllegalArgumentException if the account id is not positive
     */
    public FlattenReport flatten(long accountId, FlattenOptions options) {
        Checks.accountId(accountId);
        try (ProgressTeller teller = new ProgressTeller()) {
            return loop(accountId, options, teller).run();
        }
    }

    private FlattenLoop loop(long accountId, FlattenOptions options, ProgressTeller teller) {
        return new FlattenLoop(accountId, clearStreet, settings, rateLimit, memory, options, teller);
    }

    /**
     * Does as {@link #flatten(long, FlattenOptions)} on another thread.
     *
     * @param accountId the account, more than zero
     * @param options the deadline, and what to do with open orders
     * @return the run, which can be stopped
     * @throws IllegalArgumentException at once, if the account id is not positive
     */
    public CloseOutTask<FlattenReport> flattenAsync(long accountId, FlattenOptions options) {
        Checks.accountId(accountId);
        return CloseOutTask.start(settings.executor(), () -> flatten(accountId, options));
    }

    /**
     * Flattens many accounts, a few at a time. What goes wrong with one does not touch the others. The deadline is that of
     * each account, from the moment its turn comes. An interrupt ends all runs; the accounts that had no turn yet say
     * {@link StopReason#CANCELLED}.
     *
     * @param accountIds each more than zero, none twice
     * @param options the same for all
     * @return one report for each account, in the order given
     * @throws IllegalArgumentException if an account id is not positive or comes twice
     */
    public FlattenAllReport flattenAll(List<Long> accountIds, FlattenOptions options) {
        List<Long> accounts = accounts(accountIds);
        try (ProgressTeller teller = new ProgressTeller()) {
            return new ManyRuns(settings.parallelAccounts(), account -> loop(account, options, teller)).run(accounts);
        }
    }

    /**
     * Does as {@link #flattenAll} on other threads.
     *
     * @param accountIds each more than zero, none twice
     * @param options the same for all
     * @return the runs, which can be stopped together
     * @throws IllegalArgumentException at once, if an account id is not positive or comes twice
     */
    public CloseOutTask<FlattenAllReport> flattenAllAsync(List<Long> accountIds, FlattenOptions options) {
        List<Long> accounts = accounts(accountIds);
        return CloseOutTask.start(settings.executor(), () -> flattenAll(accounts, options));
    }

    private static List<Long> accounts(List<Long> accountIds) {
        if (accountIds.isEmpty()) {
            throw new IllegalArgumentException(
                    "no account is given: name at least one, because nothing cannot be flat");
        }
        accountIds.forEach(Checks::accountId);
        if (Set.copyOf(accountIds).size() < accountIds.size()) {
            throw new IllegalArgumentException("an account must not come twice: pass each account id once");
        }
        return List.copyOf(accountIds);
    }
}
