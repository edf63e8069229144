package io.github.clearstreet.surface;

import static io.github.clearstreet.surface.Rule.*;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What follows the type of a line, by its first word. */
enum Detail {
    DEPRECATED("deprecated"),
    FORM("comma separated|repeated|style .*|as .*"),
    TAG("tag .*"),
    KEY("key .*"),
    DIRECTION("read only|write only"),
    CONST("const .*"),
    DEFAULT("default .*");

    private final Pattern text;

    Detail(String text) {
        this.text = Pattern.compile(text);
    }

    List<String> in(Fact fact) {
        return fact.details().stream().skip(1).filter(text.asMatchPredicate()).toList();
    }

    Rule rule(boolean isField, boolean sent, Fact old, Fact now) {
        return switch (this) {
            case DEPRECATED -> DEPRECATION_CHANGED;
            case FORM -> PARAMETER_FORM_CHANGED;
            case TAG -> OPERATION_REGROUPED;
            case KEY -> keys(in(old), in(now));
            case DIRECTION ->
                sent && now.has("read only")
                        ? SENT_FIELD_NOW_READ_ONLY
                        : sent && now.has("required") && !now.has("write only")
                                ? SENT_FIELD_ADDED_REQUIRED
                                : old.has("write only") ? SENT_FIELD_FOR_BOTH : FIELD_DIRECTION_CHANGED;
            case CONST ->
                !isField ? PARAMETER_CONST_CHANGED : sent ? SENT_FIELD_CONST_CHANGED : ANSWERED_FIELD_CONST_CHANGED;
            case DEFAULT ->
                !isField ? PARAMETER_DEFAULT_CHANGED : sent ? SENT_FIELD_DEFAULT_CHANGED : FIELD_DEFAULT_CHANGED;
        };
    }

    /** Each line is one way; keys that belong together are joined. */
    private static Rule keys(List<String> old, List<String> now) {
        if (now.isEmpty() || (!old.isEmpty() && now.containsAll(old))) {
            return OPERATION_OPENED;
        }
        boolean isEnough = !old.isEmpty()
                && old.stream()
                        .allMatch(
                                way -> now.stream().anyMatch(less -> parts(way).containsAll(parts(less))));
        return isEnough ? OPERATION_KEYS_FEWER : OPERATION_SECURED_ANEW;
    }

    private static Set<String> parts(String way) {
        return Set.of(way.substring("key ".length()).split(" \\+ ", -1));
    }
}
