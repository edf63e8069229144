package io.github.clearstreet.cli;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Colours for a terminal, or none: see no-color.org. */
enum Palette {
    COLOURS,
    NONE;

    static Palette of(UnaryOperator<@Nullable String> environment) {
        String off = environment.apply("NO_COLOR");
        return off == null || off.isEmpty() ? COLOURS : NONE;
    }

    String good(String text) {
        return painted("32", text);
    }

    String bad(String text) {
        return painted("31", text);
    }

    String title(String text) {
        return painted("1", text);
    }

    private String painted(String code, String text) {
        return this == NONE ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
