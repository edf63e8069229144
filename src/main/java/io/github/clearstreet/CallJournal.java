package io.github.clearstreet;

import io.github.clearstreet.journal.AttemptOutcome;
import io.github.clearstreet.journal.Intent;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.model.NewOrder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which calls of a client are written down. Thread-safe. */
final class CallJournal {
    /** From a connection that stands to the first byte. */
    private static final Duration AFTER_CONNECTING = Duration.ofSeconds(5);

    private final URI baseUrl;
    private final Clock clock;
    private @Nullable Journal journal;
    private final boolean everyChange;
    private final Duration sendWithin;
    private final Queue<Unwritten> unwritten = new ConcurrentLinkedQueue<>();

    CallJournal(@Nullable Journal given, URI baseUrl, Clock clock, Duration connectTimeout) {
        this.baseUrl = baseUrl;
        this.clock = clock;
        this.journal = given;
        this.everyChange = given != null;
        this.sendWithin = connectTimeout.plus(AFTER_CONNECTING);
    }

    /** Has what could be written by now. */
    Journal journal() {
        writeWhatIsLeft();
        return chosen();
    }

    /** The one of the client, or one that serves the runs of a client without a journal. */
    private synchronized Journal chosen() {
        Journal used = journal;
        if (used == null) {
            // By a clock of its own, a client is alone in its world.
            used = clock.equals(Clock.systemUTC()) ? ProcessMemory.of(baseUrl) : MemoryJournal.create();
            journal = used;
        }
        return used;
    }

    /** The disk was full, or the database away. */
    void writeLater(String attemptId, AttemptOutcome outcome) {
        unwritten.add(new Unwritten(attemptId, outcome));
    }

    /** Ends at the first that still cannot be written, which is the last to be tried the next time. */
    void writeWhatIsLeft() {
        for (Unwritten left = unwritten.poll(); left != null; left = unwritten.poll()) {
            try {
                chosen().end(left.attemptId(), left.outcome());
            } catch (RuntimeException e) {
                unwritten.add(left);
                return;
            }
        }
    }

    private record Unwritten(String attemptId, AttemptOutcome outcome) {}

    /** Why a change is refused that could not be written down. */
    Optional<String> refusal(OptionalLong accountId) {
        return everyChange && accountId.isEmpty()
                ? Optional.of("it names no account, so that the journal cannot hold it; use a client without a journal")
                : Optional.empty();
    }

    /** Null for a call that is not written down. */
    @Nullable
    JournaledCall write(ApiCalls.Plan<?> plan) {
        CallOptions options = plan.options();
        if (plan.accountId().isEmpty()
                || plan.operation().isRead()
                || !(everyChange || options.decision().lease() != null)) {
            return null;
        }
        Subject subject = plan.subject();
        return new JournaledCall(
                this,
                chosen(),
                new Intent(
                        plan.accountId().getAsLong(),
                        plan.operation().id(),
                        subject.instrumentId(),
                        subject.ids(),
                        sendWithin,
                        options.decision()));
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
     * What a process remembers of the runs of all its clients that have no journal of their own, by server. The one thing here that
     * no client owns: two clients would otherwise close the same account at once, and a new one would not know what a closed one
     * left unresolved. Thread-safe.
     */
    static final class ProcessMemory {
        private static final ConcurrentMap<URI, Journal> BY_SERVER = new ConcurrentHashMap<>();

        private ProcessMemory() {}

        static Journal of(URI baseUrl) {
            return BY_SERVER.computeIfAbsent(server(baseUrl), unseen -> MemoryJournal.create());
        }

        /** The same for all ways to write one address: whatever the case, with the default port, with a slash at the end. */
        private static URI server(URI baseUrl) {
            boolean usualPort = baseUrl.getPort() == (baseUrl.getScheme().equalsIgnoreCase("https") ? 443 : 80);
            String port = baseUrl.getPort() < 0 || usualPort ? "" : ":" + baseUrl.getPort();
            String path =
                    baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath().replaceAll("/+$", "");
            return URI.create((baseUrl.getScheme() + "://" + baseUrl.getHost()).toLowerCase(Locale.ROOT) + port + path);
        }
    }
}
