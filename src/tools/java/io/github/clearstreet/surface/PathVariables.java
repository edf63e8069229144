package io.github.clearstreet.surface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A variable of a path has a name for readers alone: it is never sent, and callers pass it by its place. */
final class PathVariables {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private PathVariables() {}

    /** Returns the first surface with the names of the second, wherever the rest of an address is the same. */
    static Surface renamed(Surface before, Surface after) {
        Map<String, Map<String, String>> names = new HashMap<>();
        after.facts().values().stream()
                .filter(now -> now.kind() == Fact.Kind.OPERATION)
                .forEach(now -> {
                    Fact old = before.facts().get(now.subject());
                    if (old != null && shape(old).equals(shape(now))) {
                        List<String> oldNames = variables(old);
                        List<String> newNames = variables(now);
                        // The same names in another order: the variables have changed places, and keep their names.
                        if (!Set.copyOf(oldNames).equals(Set.copyOf(newNames))) {
                            Map<String, String> renamed = names.computeIfAbsent(now.owner(), owner -> new HashMap<>());
                            for (int i = 0; i < oldNames.size(); i++) {
                                renamed.put(oldNames.get(i), newNames.get(i));
                            }
                        }
                    }
                });
        return new Surface(before.facts().values().stream()
                .map(fact -> rename(fact, names.getOrDefault(fact.owner(), Map.of()), after))
                .toList());
    }

    private static Fact rename(Fact fact, Map<String, String> names, Surface after) {
        if (names.isEmpty()) {
            return fact;
        }
        return switch (fact.kind()) {
            case OPERATION -> {
                List<String> details = new ArrayList<>(fact.details());
                details.set(
                        0,
                        Objects.requireNonNull(after.facts().get(fact.subject()))
                                .type());
                yield new Fact(fact.kind(), fact.owner(), fact.name(), details);
            }
            case PARAMETER -> new Fact(fact.kind(), fact.owner(), rename(fact.name(), names), fact.details());
            case ARGUMENTS ->
                new Fact(
                        fact.kind(),
                        fact.owner(),
                        fact.name(),
                        fact.details().stream().map(name -> rename(name, names)).toList());
            default -> fact;
        };
    }

    private static String rename(String parameter, Map<String, String> names) {
        return parameter.startsWith("path ")
                ? "path " + names.getOrDefault(parameter.substring(5), parameter.substring(5))
                : parameter;
    }

    private static String shape(Fact operation) {
        return VARIABLE.matcher(operation.type()).replaceAll("{}");
    }

    private static List<String> variables(Fact operation) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(operation.type());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
