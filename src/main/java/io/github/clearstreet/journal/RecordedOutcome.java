package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;
import java.time.Instant;

/**
 * An outcome as the journal has it.
 *
 * @param at when it was written down, by {@link Journal#now()}
 * @param by who wrote it down: the process that sent the request, or one that looked into it later
 * @param outcome what became of the attempt
 */
public record RecordedOutcome(Instant at, ProcessIdentity by, AttemptOutcome outcome) {
    /** Holds no character that could steer a terminal or a log. */
    @Override
    public String toString() {
        return Printable.text("RecordedOutcome[at=" + at + ", by=" + by + ", outcome=" + outcome + "]");
    }
}
