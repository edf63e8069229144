package io.github.clearstreet;

import io.github.clearstreet.journal.Intent;
import io.github.clearstreet.journal.Journal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides which calls of a client are written down. Thread-safe. */
final class CallJournal {
    /** From a connection that stands to the first byte. */
    private static final Duration AFTER_CONNECTING = Duration.ofSeconds(5);

    private final Lazy<Journal> journal;
    private final boolean everyChange;
    private final Duration sendWithin;

    /** @param memory serves the runs of a client without a journal of its own */
    CallJournal(@Nullable Journal given, Supplier<Journal> memory, Duration connectTimeout) {
        this.journal = new Lazy<>(() -> given == null ? memory.get() : given);
        this.everyChange = given != null;
        this.sendWithin = connectTimeout.plus(AFTER_CONNECTING);
    }

    Journal journal() {
        return journal.get();
    }

    /** Why a change is refused that could not be written down. */
    Optional<String> refusal(OptionalLong accountId) {
        return everyChange && accountId.isEmpty()
                ? Optional.of("it names no account, so that the journal cannot hold it; use a client without a journal")
                : Optional.empty();
    }

    Optional<JournaledCall> write(CallPlan<?> plan) {
        CallOptions options = plan.options();
        if (plan.accountId().isEmpty()
                || plan.operation().isRead()
                || !(everyChange || options.decision().lease() != null)) {
            return Optional.empty();
        }
        Subject subject = options.subject();
        return Optional.of(new JournaledCall(
                journal(),
                new Intent(
                        plan.accountId().getAsLong(),
                        plan.operation().id(),
                        subject.instrumentId(),
                        subject.ids(),
                        sendWithin,
                        options.decision())));
    }
}
