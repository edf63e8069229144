package io.github.clearstreet.cli;

import picocli.CommandLine.Option;

/** How a command prints what came of it. */
final class OutputOptions {
    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.TABLE;

    /** Prints it, and returns its exit code. */
    int print(CommandResult result, CommandContext context) {
        output.print(result, context);
        return result.exitCode();
    }
}
