package io.github.clearstreet.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is sent for an account, beyond the end of the process: the intent of each changing request before it leaves, its
 * outcome afterwards, and who may act on the account.
 *
 * <p>An attempt is unresolved as long as it has no outcome (its process may have died), or the outcome {@link
 * AttemptState#UNKNOWN}. The account is in doubt as long as it has an unresolved attempt that may trade.
 *
 * <p>All times are by one clock that all users of the journal share, {@link #now()}. Implementations are thread-safe, and safe
 * between processes. They append: an entry that was written is never changed or removed. The API key is never part of an entry.
 * Every method throws {@link JournalException} if the journal cannot be read or written.
 */
public interface Journal extends AutoCloseable {
    /**
     * Writes down what is about to be sent. When it returns, the entry is durable.
     *
     * <p>Decided and written in one step, for all processes: an intent under a lease needs the account's current lease. An
     * intent to close without a lease needs an account that nobody else holds and that is not in doubt, unless {@link
     * Decision#despiteUnresolved()}. Any other intent without a lease is written always.
     *
     * @param intent what is about to be sent
     * @return the permission to send it once, soon
     * @throws LeaseLostException if the lease is not the current one of the account, or has expired
     * @throws LeaseHeldException if somebody else holds the account
     * @throws UnresolvedAttemptsException if the account is in doubt
     * @throws JournalException if it cannot be written; nothing may be sent then
     */
    SendPermit begin(Intent intent);

    /**
     * Adds an outcome to an attempt. The last one counts, but a resolved attempt stays resolved: {@link AttemptState#UNKNOWN}
     * after another process has resolved it is kept for the audit only.
     *
     * @param attemptId the attempt, of this process or another
     * @param outcome what became of it
     * @throws JournalException if it cannot be written; the attempt stays unresolved then
     */
    void end(String attemptId, AttemptOutcome outcome);

    /**
     * The unresolved attempts of one account, of all processes.
     *
     * @param accountId the account
     * @return in the order in which they were written down
     */
    List<Attempt> unresolved(long accountId);

    /**
     * The unresolved attempts of all accounts.
     *
     * @return by account, and in the order in which they were written down
     */
    List<Attempt> unresolved();

    /**
     * Everything that was attempted for one account.
     *
     * @param accountId the account
     * @param since the earliest time of an intent; {@link Instant#EPOCH} for all
     * @return in the order in which they were written down
     */
    List<Attempt> attempts(long accountId, Instant since);

    /**
     * Everything that was attempted.
     *
     * @param since the earliest time of an intent; {@link Instant#EPOCH} for all
     * @return by account, and in the order in which they were written down
     */
    List<Attempt> attempts(Instant since);

    /**
     * Takes the account for one run. An expired or released lease is free; the token of the new one is greater than every
     * earlier token of the account.
     *
     * @param accountId the account
     * @param duration how long it is held unless it is renewed; at least one second
     * @return the lease
     * @throws LeaseHeldException if somebody holds it, which may be this process
     */
    Lease acquire(long accountId, Duration duration);

    /**
     * Extends a lease by its duration, from now.
     *
     * @param lease the last one that was returned for this run
     * @return the lease to use from now on, with the same token
     * @throws LeaseLostException if it has expired or is not the current one of the account
     */
    Lease renew(Lease lease);

    /**
     * Frees the account. Does nothing if the lease is not the current one.
     *
     * @param lease the last one that was returned for this run
     */
    void release(Lease lease);

    /**
     * Who holds the account.
     *
     * @param accountId the account
     * @return empty if it is free
     */
    Optional<LeaseHolder> holder(long accountId);

    /**
     * The time by the clock that all users of this journal share, UTC: the machine's for files, the server's for a database.
     *
     * @return never null
     */
    Instant now();

    /** Lets go of files and connections that it opened itself. Leases stay until they expire. */
    @Override
    void close();
}
