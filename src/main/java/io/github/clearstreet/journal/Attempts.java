package io.github.clearstreet.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts attempts and their outcomes together. Not thread-safe. */
final class Attempts {
    private final Instant since;
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    Attempts(Instant since) {
        this.since = since;
    }

    void add(Entry entry) {
        if (entry instanceof Entry.Began began && !began.attempt().recordedAt().isBefore(since)) {
            attempts.put(began.attempt().id(), began.attempt());
        } else if (entry instanceof Entry.Ended ended) {
            attempts.computeIfPresent(ended.attemptId(), (id, attempt) -> attempt.with(ended.outcome()));
        }
    }

    List<Attempt> all() {
        return List.copyOf(attempts.values());
    }
}
