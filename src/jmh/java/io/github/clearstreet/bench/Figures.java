package io.github.clearstreet.bench;

import java.util.HashMap;
import java.util.Map;

/** What one quantity measured for each contender. */
final class Figures {
    private final Map<String, Samples> samples = new HashMap<>();

    void add(String contender, double value) {
        samples.computeIfAbsent(contender, name -> new Samples()).add(value);
    }

    Samples of(String contender) {
        return samples.get(contender);
    }

    Samples ratio(String contender, String other) {
        return of(contender).over(of(other));
    }
}
