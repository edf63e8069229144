package io.github.clearstreet.surface;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two surfaces, and the rule that says what it means.
 *
 * @param before null if it was added
 * @param after null if it was removed
 */
record Difference(@Nullable Fact before, @Nullable Fact after, Rule rule) {
    /** Returns one line: what changed, what that means for callers, and whether the old client is safe. */
    String verdict() {
        return change() + " | " + rule.callers().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | "
                + rule.wire().name().toLowerCase(Locale.ROOT);
    }

    private String change() {
        if (before == null) {
            return "+ " + after;
        }
        return after == null ? "- " + before : "~ " + before + " -> " + String.join(", ", after.details());
    }

    @Override
    public String toString() {
        return verdict() + "\n    " + rule.reason();
    }
}
