package io.github.clearstreet.cli;

import java.util.Locale;
import java.util.function.Function;

/** The values of {@code --output}. */
enum OutputFormat {
    TABLE(TableReport::new),
    JSON(JsonReport::new);

    private final Function<CommandContext, Report> report;

    OutputFormat(Function<CommandContext, Report> report) {
        this.report = report;
    }

    Report report(CommandContext context) {
        return report.apply(context);
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
