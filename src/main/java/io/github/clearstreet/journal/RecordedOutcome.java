package io.github.clearstreet.journal;

import java.time.Instant;

/**
 * An outcome as the journal has it.
 *
 * @param at when it was written down, by {@link Journal#now()}
 * @param by who wrote it down: the process that sent the request, or one that looked into it later
 * @param outcome what became of the attempt
 */
public record RecordedOutcome(Instant at, ProcessIdentity by, AttemptOutcome outcome) {}
