package io.github.clearstreet.cli;

import io.github.clearstreet.internal.text.Printable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
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
                .addSubcommand(new AttemptsCommand(context))
                .addSubcommand(new ReconcileCommand(context))
                .addSubcommand(new SandboxCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new CompletionCommand(context))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setExecutionStrategy(new StrictExecution())
                .setOut(context.out())
                .setErr(context.err())
                .setParameterExceptionHandler((e, all) -> badUsage(context, UsageMessage.of(e)))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(context, e));
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().addOption(help()));
        int exitCode = execute(context, commands, args);
        boolean outputIsLost = context.out().checkError();
        if (outputIsLost && exitCode == ExitCode.SUCCESS) {
            context.err()
                    .println("the output could not be written: do not take this for a success, run it again"
                            + " or look at orders and positions");
            exitCode = ExitCode.UNKNOWN;
        }
        context.err().flush();
        return exitCode;
    }

    /** Of each command. None has {@code --version}: it would end the command with 0 and no work done. */
    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .arity("0")
                .type(boolean.class)
                .description("Show this help and do nothing. Works only alone.")
                .build();
    }

    private static int execute(CommandContext context, CommandLine commands, String... args) {
        try {
            return commands.execute(args);
        } catch (RuntimeException | Error e) {
            return crashed(context, e);
        }
    }

    private static int failed(CommandContext context, Exception e) throws Exception {
        if (e instanceof UsageException) {
            return badUsage(context, String.valueOf(e.getMessage()));
        }
        if (e instanceof ParameterException) {
            throw e;
        }
        return crashed(context, e);
    }

    private static int crashed(CommandContext context, Throwable e) {
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
