package io.github.clearstreet.surface;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two surfaces, and the rule that says what it means.
 *
 * @param before null if it was added
 * @param after null if it was removed
 * @param callers what it means for callers: what the rule says, unless the signatures of generated code say otherwise
 */
record Difference(@Nullable Fact before, @Nullable Fact after, Rule rule, Rule.Callers callers) {
    Difference(@Nullable Fact before, @Nullable Fact after, Rule rule) {
        this(before, after, rule, rule.callers());
    }

    Difference withCallers(Rule.Callers seen) {
        return new Difference(before, after, rule, seen);
    }

    /** Returns the line that it is about. */
    Fact fact() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    /** Returns whether callers or the old client have to do something. */
    boolean isBreaking() {
        return callers != Rule.Callers.COMPATIBLE || rule.wire() == Rule.Wire.UNSAFE;
    }

    /** Returns one line: what changed, what that means for callers, and whether the old client is safe. */
    String verdict() {
        return change() + " | " + callers.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | "
                + rule.wire().name().toLowerCase(Locale.ROOT);
    }

    /** Returns + for something new, - for something that is gone, ~ for something that is another. */
    String sign() {
        return before == null ? "+" : after == null ? "-" : "~";
    }

    private String change() {
        return before == null || after == null
                ? sign() + " " + fact()
                : "~ " + before + " -> "
                        + (before.subject().equals(after.subject())
                                ? String.join(", ", after.details())
                                : after.subject());
    }

    @Override
    public String toString() {
        String reason = callers == rule.callers()
                ? rule.reason()
                : "Code of callers compiles as before: what they see in Java is the same.";
        return verdict() + "\n    " + reason;
    }
}
