package io.github.clearstreet.surface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Operations and schemas that have another name and are the same in all else. Their names never travel, so that the wire does
 * not see it.
 */
final class Renames {
    private static final Pattern WORD = Pattern.compile("[^\\s<>,()]+");

    private final Map<String, String> names = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private Renames(Surface before, Surface after) {
        for (Fact.Kind kind : List.of(Fact.Kind.OPERATION, Fact.Kind.SCHEMA)) {
            List<Fact> gone = missing(before, after, kind);
            List<Fact> come = missing(after, before, kind);
            for (Fact old : gone) {
                List<Fact> same = come.stream()
                        .filter(now -> now.details().equals(old.details())
                                && (kind == Fact.Kind.OPERATION
                                        || parts(before, old).equals(parts(after, now))))
                        .toList();
                boolean isOnly = gone.stream()
                                .filter(other -> kind == Fact.Kind.OPERATION
                                        ? other.details().equals(old.details())
                                        : parts(before, other).equals(parts(before, old)))
                                .count()
                        == 1;
                if (same.size() == 1 && isOnly) {
                    names.put(old.owner(), same.get(0).owner());
                    differences.add(new Difference(
                            old,
                            same.get(0),
                            kind == Fact.Kind.OPERATION ? Rule.OPERATION_RENAMED : Rule.SCHEMA_RENAMED));
                }
            }
        }
    }

    static Renames of(Surface before, Surface after) {
        return new Renames(before, after);
    }

    /** Returns one difference for each. */
    List<Difference> differences() {
        return differences;
    }

    /** Returns the surface with the new names. */
    Surface of(Surface before) {
        return names.isEmpty()
                ? before
                : new Surface(
                        before.facts().values().stream().map(this::renamed).toList());
    }

    private Fact renamed(Fact fact) {
        List<String> details = new ArrayList<>(fact.details());
        boolean hasType = fact.kind() != Fact.Kind.OPERATION && fact.kind() != Fact.Kind.ARGUMENTS;
        if (hasType && !details.isEmpty()) {
            details.set(
                    0, WORD.matcher(details.get(0)).replaceAll(word -> Matcher.quoteReplacement(name(word.group()))));
        }
        return new Fact(fact.kind(), name(fact.owner()), fact.name(), details);
    }

    /** A schema written in place is called after what it is in. */
    private String name(String owner) {
        for (int end = owner.length(); end > 0; end = owner.lastIndexOf('.', end - 1)) {
            String known = names.get(owner.substring(0, end));
            if (known != null) {
                return known + owner.substring(end);
            }
        }
        return owner;
    }

    private static List<Fact> missing(Surface here, Surface there, Fact.Kind kind) {
        return here.facts().values().stream()
                .filter(fact -> fact.kind() == kind && !there.facts().containsKey(fact.subject()))
                .filter(fact -> kind == Fact.Kind.OPERATION || !fact.owner().contains("."))
                .toList();
    }

    /** What a schema is made of, without its own name. */
    private static Set<String> parts(Surface surface, Fact schema) {
        String owner = schema.owner();
        return surface.facts().values().stream()
                .filter(fact -> fact.owner().equals(owner) || fact.owner().startsWith(owner + "."))
                .map(fact -> new Fact(
                                fact.kind(),
                                "." + fact.owner().substring(owner.length()),
                                fact.name(),
                                own(fact, owner))
                        .toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> own(Fact fact, String owner) {
        return fact.details().stream()
                .map(detail -> WORD.matcher(detail).replaceAll(word -> {
                    String text = word.group();
                    boolean isOwn = text.equals(owner) || text.startsWith(owner + ".");
                    return Matcher.quoteReplacement(isOwn ? "." + text.substring(owner.length()) : text);
                }))
                .toList();
    }
}
