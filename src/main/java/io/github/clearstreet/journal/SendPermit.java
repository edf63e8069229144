package io.github.clearstreet.journal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The permission to send one request that is written down. It ends by itself, so that whoever finds the entry later knows until
 * when it can have been sent. Immutable and thread-safe.
 *
 * <p>{@link #check()} belongs right before the first byte. A process that is stopped between this check and the write to the
 * network sends when it goes on: no client can rule that out, and only the server could refuse by the token. Orders with ids of
 * our own make it harmless.
 */
public final class SendPermit {
    /** What must be left of a lease for the request to leave. */
    static final Duration MARGIN = Duration.ofSeconds(1);

    private final String attemptId;
    private final @Nullable Lease lease;
    private final Duration sendWithin;
    private final Elapsed sinceAsked;

    private SendPermit(String attemptId, @Nullable Lease lease, Duration sendWithin, Elapsed sinceAsked) {
        this.attemptId = attemptId;
        this.lease = lease;
        this.sendWithin = sendWithin;
        this.sinceAsked = sinceAsked;
    }

    /**
     * A permission that a journal gave. For implementations of {@link Journal}.
     *
     * @param attemptId the id of the entry
     * @param intent what may be sent
     * @param sinceAsked began right before the entry was written
     * @return never null
     */
    public static SendPermit of(String attemptId, Intent intent, Elapsed sinceAsked) {
        return new SendPermit(attemptId, intent.decision().lease(), intent.sendWithin(), sinceAsked);
    }

    /** The id of the entry, for {@link Journal#end}. */
    public String attemptId() {
        return attemptId;
    }

    /**
     * Does nothing as long as the request may leave.
     *
     * @throws LeaseLostException if the lease has run out, or its last second has begun
     * @throws JournalException if too much time has passed since the entry was written
     */
    public void check() {
        if (sendWithin.compareTo(sinceAsked.soFar()) < 0) {
            throw new JournalException("it was not sent within " + sendWithin.toMillis()
                    + " ms after it was written down; whoever reads the journal counts on that");
        }
        if (lease != null) {
            lease.check(MARGIN);
        }
    }
}
