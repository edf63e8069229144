package io.github.clearstreet.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts attempts and their outcomes together. */
final class Attempts {
    private Attempts() {}

    static List<Attempt> since(Instant since, Iterable<Entry> entries) {
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Began began
                    && !began.attempt().recordedAt().isBefore(since)) {
                attempts.put(began.attempt().id(), began.attempt());
            } else if (entry instanceof Entry.Ended ended) {
                attempts.computeIfPresent(ended.attemptId(), (id, attempt) -> attempt.with(ended.outcome()));
            }
        }
        return List.copyOf(attempts.values());
    }
}
