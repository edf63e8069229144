package io.github.clearstreet.cli;

import io.github.clearstreet.internal.text.Printable;
import java.util.List;
import java.util.Locale;

/** The values of {@code --output}. */
enum OutputFormat {
    TABLE,
    JSON;

    void print(Answer answer, CommandContext context) {
        lines(answer).forEach(context.out()::println);
        answer.warnings().forEach(context.err()::println);
    }

    private List<String> lines(Answer answer) {
        return switch (this) {
            case TABLE -> answer.lines();
            case JSON -> List.of(Printable.json(answer.json()));
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
