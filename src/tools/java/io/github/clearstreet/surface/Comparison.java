package io.github.clearstreet.surface;

import static io.github.clearstreet.surface.Rule.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two surfaces and picks the rule for each difference. */
final class Comparison {
    private final Surface before;
    private final Surface after;

    private Comparison(Surface before, Surface after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Returns the differences, the worst for callers first. If both surfaces have the signatures of generated code, these
     * say what callers see, whatever the rules expect.
     */
    static List<Difference> of(Surface before, Surface after) {
        Renames renames = Renames.of(before.ofDocument(), after.ofDocument());
        Comparison comparison = new Comparison(
                PathVariables.renamed(renames.of(before.ofDocument()), after.ofDocument()), after.ofDocument());
        List<Difference> differences = new ArrayList<>(renames.differences());
        differences.addAll(comparison.differences());
        if (before.hasJava() && after.hasJava()) {
            differences = JavaComparison.corrected(differences, JavaComparison.of(before, after));
        }
        differences.sort(Comparator.comparing(Difference::callers)
                .thenComparing(difference -> difference.rule().wire()));
        return differences;
    }

    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        Set<String> subjects = new TreeSet<>(before.facts().keySet());
        subjects.addAll(after.facts().keySet());
        for (String subject : subjects) {
            Fact old = before.facts().get(subject);
            Fact now = after.facts().get(subject);
            if (!Objects.equals(old, now) && !isPartOfNewOrGone(Objects.requireNonNullElse(now, old))) {
                rules(old, now).forEach(rule -> differences.add(new Difference(old, now, rule)));
            }
        }
        return differences;
    }

    /** A schema or operation that is new or gone says it all: its parts are not listed. */
    private boolean isPartOfNewOrGone(Fact fact) {
        return List.of("schema ", "operation ").stream()
                .map(kind -> kind + fact.owner())
                .anyMatch(owner -> !owner.equals(fact.subject())
                        && before.facts().containsKey(owner) != after.facts().containsKey(owner));
    }

    private Set<Rule> rules(@Nullable Fact old, @Nullable Fact now) {
        if (old == null) {
            return Objects.requireNonNull(now).kind() == Fact.Kind.ARGUMENTS ? Set.of() : Set.of(added(now));
        }
        if (now == null) {
            return old.kind() == Fact.Kind.ARGUMENTS ? Set.of() : Set.of(removed(old));
        }
        return changed(old, now);
    }

    private Rule added(Fact now) {
        boolean required = now.has("required");
        return switch (now.kind()) {
            case SERVER -> SERVER_ADDED;
            case OPERATION -> OPERATION_ADDED;
            case PARAMETER ->
                required
                        ? PARAMETER_ADDED_REQUIRED
                        : hasRequestObject(now) ? PARAMETER_ADDED_OPTIONAL : PARAMETER_ADDED_ARGUMENT;
            case REQUEST -> required ? BODY_ADDED_REQUIRED : BODY_ADDED_OPTIONAL;
            case RESPONSE ->
                !isSuccess(now) ? ERROR_ADDED : hasSuccessLike(now, before) ? SUCCESS_MOVED : SUCCESS_ADDED;
            case HEADER -> HEADER_ADDED;
            case SCHEMA -> SCHEMA_ADDED;
            case FIELD ->
                !isSent(now) ? ANSWERED_FIELD_ADDED : required ? SENT_FIELD_ADDED_REQUIRED : SENT_FIELD_ADDED_OPTIONAL;
            case VALUE -> VALUE_ADDED;
            case MAPPING -> MAPPING_ADDED;
            case ARGUMENTS, CLASS, MEMBER -> throw new IllegalStateException(now + " is compared elsewhere");
        };
    }

    /** Only query parameters are in a request object; an operation gets it with its first one. */
    private boolean hasRequestObject(Fact parameter) {
        return parameter.name().startsWith("query ")
                && before.facts().keySet().stream()
                        .anyMatch(subject -> subject.startsWith("parameter " + parameter.owner() + " query "));
    }

    private Rule removed(Fact old) {
        return switch (old.kind()) {
            case SERVER -> SERVER_REMOVED;
            case OPERATION -> OPERATION_REMOVED;
            case PARAMETER -> PARAMETER_REMOVED;
            case REQUEST -> BODY_REMOVED;
            case RESPONSE ->
                !isSuccess(old) ? ERROR_REMOVED : hasSuccessLike(old, after) ? SUCCESS_MOVED : SUCCESS_REMOVED;
            case HEADER -> HEADER_REMOVED;
            case SCHEMA -> SCHEMA_REMOVED;
            case FIELD -> isSent(old) ? SENT_FIELD_REMOVED : ANSWERED_FIELD_REMOVED;
            case VALUE -> isSent(old) ? SENT_VALUE_REMOVED : ANSWERED_VALUE_REMOVED;
            case MAPPING -> isSent(old) ? SENT_MAPPING_CHANGED : ANSWERED_MAPPING_CHANGED;
            case ARGUMENTS, CLASS, MEMBER -> throw new IllegalStateException(old + " is compared elsewhere");
        };
    }

    /** Another status, or another media type of the same family, for the same answer. */
    private static boolean hasSuccessLike(Fact response, Surface other) {
        return other.facts().values().stream()
                .filter(fact ->
                        fact.kind() == Fact.Kind.RESPONSE && fact.owner().equals(response.owner()))
                .filter(Comparison::isSuccess)
                .anyMatch(fact ->
                        fact.type().equals(response.type()) && mediaType(fact).equals(mediaType(response)));
    }

    private static String mediaType(Fact response) {
        int end = response.name().indexOf(' ');
        return end < 0 ? "" : response.name().substring(end + 1);
    }

    /** One line can differ in more than one way. */
    private Set<Rule> changed(Fact old, Fact now) {
        if (old.kind() == Fact.Kind.ARGUMENTS) {
            return common(old, now).equals(common(now, old)) ? Set.of() : Set.of(ARGUMENTS_REORDERED);
        }
        if (old.has("internal") != now.has("internal")) {
            return Set.of(now.has("internal") ? OPERATION_HIDDEN : OPERATION_SHOWN);
        }
        Set<Rule> rules = new LinkedHashSet<>();
        boolean sent = isSent(old) || isSent(now);
        if (!old.type().equals(now.type())) {
            rules.add(typeChanged(old, now, sent));
        }
        if (old.has("required") != now.has("required") || old.has("nullable") != now.has("nullable")) {
            rules.add(presenceChanged(old, now, sent));
        }
        boolean isField = old.kind() == Fact.Kind.FIELD;
        for (Detail detail : Detail.values()) {
            if (!Objects.equals(detail.in(old), detail.in(now))) {
                rules.add(detail.rule(isField, sent, old, now));
            }
        }
        return rules.isEmpty() ? Set.of(SCHEMA_USE_CHANGED) : rules;
    }

    /** What both operations take, in the order of the first. */
    private static List<String> common(Fact one, Fact other) {
        return one.details().stream().filter(other.details()::contains).toList();
    }

    private static Rule typeChanged(Fact old, Fact now, boolean sent) {
        return switch (old.kind()) {
            case OPERATION -> OPERATION_MOVED;
            case PARAMETER -> JavaForm.isSame(old.type(), now.type()) ? PARAMETER_REFORMATTED : PARAMETER_TYPE_CHANGED;
            case REQUEST -> BODY_TYPE_CHANGED;
            case RESPONSE -> isSuccess(old) ? SUCCESS_TYPE_CHANGED : ERROR_TYPE_CHANGED;
            case HEADER -> HEADER_TYPE_CHANGED;
            case SCHEMA -> sent ? SENT_SCHEMA_CHANGED : ANSWERED_SCHEMA_CHANGED;
            case MAPPING -> sent ? SENT_MAPPING_CHANGED : ANSWERED_MAPPING_CHANGED;
            case FIELD -> {
                if (JavaForm.isSame(old.type(), now.type())) {
                    yield sent ? SENT_FIELD_FORM_CHANGED : ANSWERED_FIELD_FORM_CHANGED;
                }
                yield sent ? SENT_FIELD_TYPE_CHANGED : ANSWERED_FIELD_TYPE_CHANGED;
            }
            case ARGUMENTS, CLASS, MEMBER, SERVER, VALUE -> throw new IllegalStateException(old + " has no type");
        };
    }

    private static Rule presenceChanged(Fact old, Fact now, boolean sent) {
        boolean required = now.has("required");
        return switch (old.kind()) {
            case PARAMETER -> required ? PARAMETER_NOW_REQUIRED : PARAMETER_NOW_OPTIONAL;
            case REQUEST -> required ? BODY_NOW_REQUIRED : BODY_NOW_OPTIONAL;
            case RESPONSE -> now.has("nullable") ? RESPONSE_NOW_NULLABLE : RESPONSE_NEVER_NULL;
            case FIELD -> {
                if (isCertain(old) == isCertain(now)) {
                    yield FIELD_STAYS_OPTIONAL;
                }
                yield isCertain(now)
                        ? sent ? SENT_FIELD_NOW_CERTAIN : ANSWERED_FIELD_NOW_CERTAIN
                        : sent ? SENT_FIELD_NOW_OPTIONAL : ANSWERED_FIELD_NOW_OPTIONAL;
            }
            default -> throw new IllegalStateException(old + " cannot be required");
        };
    }

    /** As in the generated code: the accessor returns the value itself, not an Optional. */
    private static boolean isCertain(Fact field) {
        return field.has("required") && !field.has("nullable");
    }

    private static boolean isSuccess(Fact response) {
        return response.name().startsWith("2");
    }

    private boolean isSent(Fact fact) {
        return before.isSent(fact.owner()) || after.isSent(fact.owner());
    }
}
