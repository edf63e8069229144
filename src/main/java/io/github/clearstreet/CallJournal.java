package io.github.clearstreet;

import io.github.clearstreet.journal.AttemptOutcome;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Intent;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.journal.SendPermit;
import io.github.clearstreet.json.ReadableValue;
import io.github.clearstreet.model.NewOrder;
import io.github.clearstreet.model.Order;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which calls of a client are written down. Thread-safe. */
final class CallJournal {
    /** From a connection that stands to the first byte. */
    private static final Duration AFTER_CONNECTING = Duration.ofSeconds(5);

    private final Supplier<Journal> memory;
    private @Nullable Journal journal;
    private final boolean everyChange;
    private final Duration sendWithin;

    /** @param memory serves the runs of a client without a journal of its own */
    CallJournal(@Nullable Journal given, Supplier<Journal> memory, Duration connectTimeout) {
        this.memory = memory;
        this.journal = given;
        this.everyChange = given != null;
        this.sendWithin = connectTimeout.plus(AFTER_CONNECTING);
    }

    synchronized Journal journal() {
        Journal used = journal;
        if (used == null) {
            used = memory.get();
            journal = used;
        }
        return used;
    }

    /** Why a change is refused that could not be written down. */
    Optional<String> refusal(OptionalLong accountId) {
        return everyChange && accountId.isEmpty()
                ? Optional.of("it names no account, so that the journal cannot hold it; use a client without a journal")
                : Optional.empty();
    }

    Optional<Entry> write(CallPlan<?> plan) {
        CallOptions options = plan.options();
        if (plan.accountId().isEmpty()
                || plan.operation().isRead()
                || !(everyChange || options.decision().lease() != null)) {
            return Optional.empty();
        }
        Subject subject = options.subject();
        return Optional.of(new Entry(
                journal(),
                new Intent(
                        plan.accountId().getAsLong(),
                        plan.operation().id(),
                        subject.instrumentId(),
                        subject.ids(),
                        sendWithin,
                        options.decision())));
    }

    /** What a changing request is about within its account, for the journal. */
    static record Subject(@Nullable String instrumentId, List<String> ids) {
        static final Subject ACCOUNT = new Subject(null, List.of());

        static Subject instrument(String instrumentId) {
            return new Subject(instrumentId, List.of());
        }

        static Subject order(String orderId) {
            return new Subject(null, List.of(orderId));
        }

        /** The ids that the caller gave. */
        static Subject orders(List<NewOrder> orders) {
            return new Subject(
                    null,
                    orders.stream()
                            .flatMap(order -> order.id().map(Stream::of).orElseGet(Stream::empty))
                            .toList());
        }
    }

    /**
     * One changing call in the journal: its intent before the request leaves, its outcome before the caller learns it. An outcome
     * that cannot be written changes nothing for the caller; the attempt stays unresolved. Thread-safe.
     */
    static final class Entry {
        private final Journal journal;
        private final Intent intent;
        private @Nullable SendPermit permit;
        private @Nullable AttemptOutcome outcome;

        Entry(Journal journal, Intent intent) {
            this.journal = journal;
            this.intent = intent;
        }

        /** Writes the intent down. May wait. */
        void begin() {
            SendPermit given = journal.begin(intent);
            AttemptOutcome early;
            synchronized (this) {
                permit = given;
                early = outcome;
            }
            if (early != null) { // the call was cancelled meanwhile
                write(given, early);
            }
        }

        /** Runs in the last moment before the first byte leaves, and must not wait. */
        void check() {
            SendPermit given;
            synchronized (this) {
                given = permit;
            }
            if (given == null) {
                throw new IllegalStateException("It was not written down.");
            }
            given.check();
        }

        void accepted(int status, @Nullable String requestId, @Nullable Object data) {
            end(new AttemptOutcome(AttemptState.ACCEPTED, status, requestId, orderIds(data), null));
        }

        void failed(ClearStreetException failure) {
            AttemptState state = switch (failure.outcome()) {
                case NOT_SENT -> AttemptState.NOT_SENT;
                case REJECTED -> AttemptState.REJECTED;
                case ACCEPTED -> AttemptState.ACCEPTED;
                case UNKNOWN -> AttemptState.UNKNOWN;
            };
            end(new AttemptOutcome(
                    state,
                    failure.status().isPresent() ? failure.status().getAsInt() : null,
                    failure.requestId().orElse(null),
                    List.of(),
                    failure.getMessage()));
        }

        private void end(AttemptOutcome made) {
            SendPermit given;
            synchronized (this) {
                outcome = made;
                given = permit;
            }
            if (given != null) {
                write(given, made);
            }
        }

        private void write(SendPermit given, AttemptOutcome made) {
            try {
                journal.end(given.attemptId(), made);
            } catch (Throwable thrown) {
                CallLog.outcomeNotWritten(given.attemptId(), thrown);
            }
        }

        private static List<String> orderIds(@Nullable Object data) {
            List<String> ids = new ArrayList<>();
            for (Object each : data instanceof List<?> list ? list : data == null ? List.of() : List.of(data)) {
                if (each instanceof Order order) {
                    ReadableValue.optional(order::id).ifPresent(ids::add); // otherwise it cannot be found by its id
                }
            }
            return ids;
        }
    }

    /**
     * What a process remembers of the runs of all its clients that have no journal of their own, by server. The one thing here that
     * no client owns: two clients would otherwise close the same account at once, and a new one would not know what a closed one
     * left unresolved. Thread-safe.
     */
    static final class ProcessMemory {
        private static final ConcurrentMap<URI, Journal> BY_SERVER = new ConcurrentHashMap<>();

        private ProcessMemory() {}

        static Journal of(URI baseUrl) {
            return BY_SERVER.computeIfAbsent(baseUrl, unseen -> MemoryJournal.create());
        }
    }
}
