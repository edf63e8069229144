package io.github.clearstreet.cli;

import io.github.clearstreet.internal.text.Printable;
import java.util.List;
import java.util.Locale;

/** The values of {@code --output}. */
enum OutputFormat {
    TABLE,
    JSON;

    void print(CommandResult result, CommandContext context) {
        lines(result).forEach(context.out()::println);
        result.warnings().forEach(context.err()::println);
    }

    private List<String> lines(CommandResult result) {
        return switch (this) {
            case TABLE -> result.lines();
            case JSON -> List.of(Printable.json(result.json()));
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
