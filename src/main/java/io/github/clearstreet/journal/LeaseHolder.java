package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;
import java.time.Instant;

/**
 * Who holds an account.
 *
 * @param by the process
 * @param since when it took the account, by {@link Journal#now()}
 * @param until when the lease expires unless it is renewed, by {@link Journal#now()}
 * @param token the fencing token
 */
public record LeaseHolder(ProcessIdentity by, Instant since, Instant until, long token) {
    @Override
    public String toString() {
        return Printable.text(by + " since " + since + ", until " + until + " unless renewed");
    }
}
