package io.github.clearstreet.cli;

import io.github.clearstreet.internal.text.Printable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the arguments, runs the command that they name, and turns whatever happens into an exit code. */
final class CommandLineInterface {
    private CommandLineInterface() {}

    static int run(CommandContext context, String... args) {
        CommandLine commands = new CommandLine(new ClearStreetCommand())
                .addSubcommand(new PositionsCommand(context))
                .addSubcommand(new PreviewCommand(context))
                .addSubcommand(new FlattenCommand(context))
                .addSubcommand(new ClosePositionsCommand(context))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setOut(context.out())
                .setErr(context.err())
                .setParameterExceptionHandler((e, all) -> badUsage(context, UsageMessage.of(e)))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(context, e));
        try {
            return commands.execute(args);
        } finally {
            context.out().flush();
            context.err().flush();
        }
    }

    private static int failed(CommandContext context, Exception e) throws Exception {
        if (e instanceof UsageException) {
            return badUsage(context, String.valueOf(e.getMessage()));
        }
        if (e instanceof ParameterException) {
            throw e;
        }
        context.err()
                .println("the command failed in a way that it should not (" + Printable.text(e.toString())
                        + "): look at orders and positions before you send anything again");
        return ExitCode.UNKNOWN;
    }

    private static int badUsage(CommandContext context, String message) {
        context.err().println(message);
        return ExitCode.BAD_USAGE;
    }
}
