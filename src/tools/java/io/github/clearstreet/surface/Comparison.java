package io.github.clearstreet.surface;

import static io.github.clearstreet.surface.Rule.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares two surfaces and picks the rule for each difference. */
final class Comparison {
    /** Types of the specification that are one type in Java, read from both forms and written as the first. */
    private static final Set<String> DECIMALS = Set.of("string(decimal)", "number");

    private final Surface before;
    private final Surface after;

    private Comparison(Surface before, Surface after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the differences, the worst for callers first. */
    static List<Difference> of(Surface before, Surface after) {
        return new Comparison(before, after).differences();
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
        differences.sort(Comparator.comparing(
                        (Difference difference) -> difference.rule().callers())
                .thenComparing(difference -> difference.rule().wire()));
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
            return Set.of(added(Objects.requireNonNull(now)));
        }
        return now == null ? Set.of(removed(old)) : changed(old, now);
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
            case RESPONSE -> isSuccess(now) ? SUCCESS_ADDED : ERROR_ADDED;
            case HEADER -> HEADER_ADDED;
            case SCHEMA -> SCHEMA_ADDED;
            case FIELD ->
                !isSent(now) ? ANSWERED_FIELD_ADDED : required ? SENT_FIELD_ADDED_REQUIRED : SENT_FIELD_ADDED_OPTIONAL;
            case VALUE -> VALUE_ADDED;
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
            case RESPONSE -> isSuccess(old) ? SUCCESS_REMOVED : ERROR_REMOVED;
            case HEADER -> HEADER_REMOVED;
            case SCHEMA -> SCHEMA_REMOVED;
            case FIELD -> isSent(old) ? SENT_FIELD_REMOVED : ANSWERED_FIELD_REMOVED;
            case VALUE -> isSent(old) ? SENT_VALUE_REMOVED : ANSWERED_VALUE_REMOVED;
        };
    }

    /** One line can differ in more than one way. */
    private Set<Rule> changed(Fact old, Fact now) {
        Set<Rule> rules = new LinkedHashSet<>();
        boolean sent = isSent(old) || isSent(now);
        if (!old.type().equals(now.type())) {
            rules.add(typeChanged(old, now, sent));
        }
        if (old.has("required") != now.has("required") || old.has("nullable") != now.has("nullable")) {
            rules.add(presenceChanged(old, now, sent));
        }
        if (differ(old, now, detail -> detail.equals("deprecated"))) {
            rules.add(DEPRECATION_CHANGED);
        }
        if (differ(old, now, detail -> detail.equals("comma separated"))) {
            rules.add(PARAMETER_FORM_CHANGED);
        }
        if (differ(old, now, detail -> detail.startsWith("tag "))) {
            rules.add(OPERATION_REGROUPED);
        }
        if (differ(old, now, detail -> detail.startsWith("key "))) {
            rules.add(OPERATION_SECURED_ANEW);
        }
        return rules.isEmpty() ? Set.of(SCHEMA_USE_CHANGED) : rules;
    }

    private static Rule typeChanged(Fact old, Fact now, boolean sent) {
        return switch (old.kind()) {
            case OPERATION -> OPERATION_MOVED;
            case PARAMETER -> PARAMETER_TYPE_CHANGED;
            case REQUEST -> BODY_TYPE_CHANGED;
            case RESPONSE -> isSuccess(old) ? SUCCESS_TYPE_CHANGED : ERROR_TYPE_CHANGED;
            case HEADER -> HEADER_TYPE_CHANGED;
            case SCHEMA -> sent ? SENT_SCHEMA_CHANGED : ANSWERED_SCHEMA_CHANGED;
            case FIELD ->
                sent
                        ? SENT_FIELD_TYPE_CHANGED
                        : DECIMALS.containsAll(Set.of(old.type(), now.type()))
                                ? ANSWERED_FIELD_FORM_CHANGED
                                : ANSWERED_FIELD_TYPE_CHANGED;
            case SERVER, VALUE -> throw new IllegalStateException(old + " has no type");
        };
    }

    private static Rule presenceChanged(Fact old, Fact now, boolean sent) {
        boolean required = now.has("required");
        return switch (old.kind()) {
            case PARAMETER -> required ? PARAMETER_NOW_REQUIRED : PARAMETER_NOW_OPTIONAL;
            case REQUEST -> required ? BODY_NOW_REQUIRED : BODY_NOW_OPTIONAL;
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

    private static boolean differ(Fact old, Fact now, Predicate<String> detail) {
        return !old.details().stream()
                .filter(detail)
                .toList()
                .equals(now.details().stream().filter(detail).toList());
    }
}
