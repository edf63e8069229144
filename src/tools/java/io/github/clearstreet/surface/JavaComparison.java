package io.github.clearstreet.surface;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What callers see: compares the signatures of generated code, and corrects with it what the rules expect. */
final class JavaComparison {
    private JavaComparison() {}

    /** Returns one difference for each class and member that is not the same. */
    static List<Difference> of(Surface before, Surface after) {
        Surface old = before.ofJava();
        Surface now = after.ofJava();
        Set<String> subjects = new TreeSet<>(old.facts().keySet());
        subjects.addAll(now.facts().keySet());
        List<Difference> differences = new ArrayList<>();
        for (String subject : subjects) {
            Fact was = old.facts().get(subject);
            Fact is = now.facts().get(subject);
            Rule rule = rule(was, is);
            if (rule != null && !isPartOfNewOrGone(Objects.requireNonNullElse(was, is), old, now)) {
                differences.add(new Difference(was, is, rule));
            }
        }
        return differences;
    }

    /** A class that is new or gone says it all. */
    private static boolean isPartOfNewOrGone(Fact fact, Surface old, Surface now) {
        String owner = fact.kind() == Fact.Kind.MEMBER ? fact.owner() : outer(fact.owner());
        while (!owner.isEmpty()) {
            if (old.facts().containsKey("class " + owner) != now.facts().containsKey("class " + owner)) {
                return true;
            }
            owner = outer(owner);
        }
        return false;
    }

    private static String outer(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }

    private static @Nullable Rule rule(@Nullable Fact was, @Nullable Fact is) {
        if (was == null || is == null) {
            Fact one = was == null ? is : was;
            boolean isClass = one != null && one.kind() == Fact.Kind.CLASS;
            return was == null
                    ? (isClass ? Rule.CLASS_ADDED : Rule.MEMBER_ADDED)
                    : (isClass ? Rule.CLASS_REMOVED : Rule.MEMBER_REMOVED);
        }
        if (was.details().equals(is.details())) {
            return null;
        }
        if (was.kind() == Fact.Kind.CLASS) {
            return Rule.CLASS_CHANGED;
        }
        if (!types(was).equals(types(is))) {
            return Rule.MEMBER_CHANGED;
        }
        return hasMoved(was, is) ? Rule.MEMBER_REORDERED : null;
    }

    private static List<String> types(Fact member) {
        return member.details().stream()
                .map(detail -> detail.replaceFirst("(?<!@Nullable) .*", ""))
                .toList();
    }

    /** The names of arguments are free, but one that is now in another place says that values have to move. */
    private static boolean hasMoved(Fact was, Fact is) {
        for (int i = 1; i < was.details().size(); i++) {
            String name = was.details().get(i);
            if (!name.equals(is.details().get(i)) && is.details().contains(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes the caller's half from the signatures: what the rules take for breaking and no signature shows is compatible, and
     * a signature that breaks is listed unless a difference of the document has said so.
     */
    static List<Difference> corrected(List<Difference> ofDocument, List<Difference> ofJava) {
        List<Difference> result = new ArrayList<>();
        Set<Difference> told = new LinkedHashSet<>();
        for (Difference difference : ofDocument) {
            List<Difference> shown = ofJava.stream()
                    .filter(java -> java.callers() != Rule.Callers.COMPATIBLE)
                    .filter(java -> isAbout(java, difference.before()) || isAbout(java, difference.after()))
                    .toList();
            boolean isBreaking = difference.rule().callers() == Rule.Callers.BREAKING_SOURCE;
            if (isBreaking) {
                told.addAll(shown);
            }
            result.add(isBreaking && shown.isEmpty() ? difference.withCallers(Rule.Callers.COMPATIBLE) : difference);
            if (difference.rule() == Rule.ARGUMENTS_REORDERED) {
                told.addAll(shown);
            }
        }
        ofJava.stream()
                .filter(java -> java.callers() != Rule.Callers.COMPATIBLE && !told.contains(java))
                .forEach(result::add);
        return result;
    }

    /** Whether a class or member was made of the operation or schema, by their names: Java has its own way to write them. */
    private static boolean isAbout(Difference shown, @Nullable Fact document) {
        if (document == null) {
            return false;
        }
        Fact java = shown.fact();
        String owner = letters(document.owner());
        String type = letters(java.owner().replaceFirst("\\.(Builder|Known)$", ""));
        String member = letters(java.name().replaceFirst("/.*", ""));
        return switch (document.kind()) {
            case FIELD, VALUE, MAPPING -> type.contains(owner) && sameMember(member, letters(document.name()));
            case SCHEMA -> type.contains(owner);
            case SERVER -> false;
            default -> member.equals(owner) || type.contains(owner);
        };
    }

    /** A name that Java does not allow has more letters there. */
    private static boolean sameMember(String java, String document) {
        return java.contains(document) || document.contains(java);
    }

    private static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
