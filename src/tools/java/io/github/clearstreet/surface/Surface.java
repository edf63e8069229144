package io.github.clearstreet.surface;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that a caller can see of the API, one fact a line, sorted. */
final class Surface {
    private final Map<String, Fact> facts = new TreeMap<>();

    Surface(Collection<Fact> facts) {
        facts.forEach(fact -> this.facts.put(fact.subject(), fact));
    }

    static Surface parse(String text) {
        return new Surface(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Fact::parse)
                .toList());
    }

    Map<String, Fact> facts() {
        return facts;
    }

    /** Returns whether the schema, or the inline schema of an operation, is a part of a request. */
    boolean isSent(String schema) {
        Fact fact = facts.get("schema " + schema);
        return fact != null && fact.has(SurfaceReader.SENT);
    }

    @Override
    public String toString() {
        return facts.values().stream().map(fact -> fact + "\n").collect(Collectors.joining());
    }
}
