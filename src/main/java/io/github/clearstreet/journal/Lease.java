package io.github.clearstreet.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * The right to act on one account, for a while. Immutable and thread-safe; {@link Journal#renew} gives the next one.
 *
 * <p>How long it is left is measured by this machine's clocks, from before the journal was asked. So it ends here no later than
 * in the journal, also when the machine slept in between, or its wall clock stepped.
 */
public final class Lease {
    private final long accountId;
    private final long token;
    private final Instant since;
    private final Duration duration;
    private final Elapsed sinceAsked;

    private Lease(long accountId, long token, Instant since, Duration duration, Elapsed sinceAsked) {
        this.accountId = accountId;
        this.token = token;
        this.since = since;
        this.duration = duration;
        this.sinceAsked = sinceAsked;
    }

    /**
     * A lease that a journal granted. For implementations of {@link Journal}.
     *
     * @param accountId the account
     * @param token greater than every earlier token of the account
     * @param since when the account was taken, by {@link Journal#now()}
     * @param duration how long it lasts
     * @param sinceAsked began right before the store was asked
     * @return never null
     */
    public static Lease granted(long accountId, long token, Instant since, Duration duration, Elapsed sinceAsked) {
        return new Lease(accountId, token, since, duration, sinceAsked);
    }

    /** The account. */
    public long accountId() {
        return accountId;
    }

    /** The fencing token: greater than that of every earlier lease of the account. */
    public long token() {
        return token;
    }

    /** When the account was taken, by {@link Journal#now()}. */
    public Instant since() {
        return since;
    }

    /** How long it lasts from each renewal. */
    public Duration duration() {
        return duration;
    }

    /** How long it is left; zero or less when it has expired. */
    public Duration remaining() {
        return duration.minus(sinceAsked.soFar());
    }

    /**
     * Does nothing as long as there is enough time left.
     *
     * @param margin how much of it must be left, for what is done next
     * @throws LeaseLostException otherwise
     */
    public void check(Duration margin) {
        Duration remaining = remaining();
        if (remaining.compareTo(margin) <= 0) {
            throw new LeaseLostException("the lease of account " + accountId + " (token " + token
                    + ") has run out or is about to: " + remaining.toMillis() + " ms are left");
        }
    }

    @Override
    public String toString() {
        return "lease of account " + accountId + ", token " + token + ", since " + since;
    }
}
