package io.github.clearstreet.surface;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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

    /** Returns a surface that has these facts, too. */
    Surface with(Collection<Fact> more) {
        List<Fact> all = new ArrayList<>(facts.values());
        all.addAll(more);
        return new Surface(all);
    }

    /** Returns the facts of the document alone. */
    Surface ofDocument() {
        return only(fact -> !fact.isJava());
    }

    /** Returns the signatures of generated code alone. */
    Surface ofJava() {
        return only(Fact::isJava);
    }

    private Surface only(Predicate<Fact> wanted) {
        return new Surface(facts.values().stream().filter(wanted).toList());
    }

    /** Returns whether there are signatures of generated code. */
    boolean hasJava() {
        return facts.values().stream().anyMatch(Fact::isJava);
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
