package io.github.clearstreet;

import io.github.clearstreet.journal.AttemptOutcome;
import io.github.clearstreet.journal.AttemptState;
import io.github.clearstreet.journal.Intent;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.SendPermit;
import io.github.clearstreet.json.ReadableValue;
import io.github.clearstreet.model.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One changing call in the journal: its intent before the request leaves, its outcome before the caller learns it. An outcome
 * that cannot be written changes nothing for the caller; it is written before the client's next change, until then the attempt is
 * unresolved. Thread-safe.
 */
final class JournaledCall {
    private final CallJournal calls;
    private final Journal journal;
    private final Intent intent;
    private @Nullable SendPermit permit;
    private @Nullable AttemptOutcome outcome;

    JournaledCall(CallJournal calls, Journal journal, Intent intent) {
        this.calls = calls;
        this.journal = journal;
        this.intent = intent;
    }

    /** Writes the intent down. May wait. */
    void begin() {
        calls.writeWhatIsLeft();
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
            calls.writeLater(given.attemptId(), made);
            CallNotifier.outcomeNotWritten(given.attemptId(), thrown);
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
