package io.github.clearstreet.cli;

import java.util.Locale;

/** The values of {@code --output}. */
enum OutputFormat {
    TABLE,
    JSON;

    Report report(CommandContext context) {
        return switch (this) {
            case TABLE -> new TableReport(context);
            case JSON -> new JsonReport(context);
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
