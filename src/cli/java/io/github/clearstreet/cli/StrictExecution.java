package io.github.clearstreet.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs the command only if nothing stands in its way. A script reads exit code 0 as "done", so help and version exist only
 * alone, and a switch cannot be turned off by a value.
 */
final class StrictExecution implements IExecutionStrategy {
    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    @Override
    public int execute(ParseResult parsed) {
        List<ParseResult> commands = parsed.asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .toList();
        ParseResult last = commands.get(commands.size() - 1);
        for (String argument : parsed.originalArgs()) {
            refuseValueOfSwitch(argument, commands, last);
        }
        boolean asksForHelp = commands.stream()
                .anyMatch(command -> command.isUsageHelpRequested() || command.isVersionHelpRequested());
        if (asksForHelp && !isAlone(parsed.originalArgs(), commands.size())) {
            String advice = " (see " + last.commandSpec().qualifiedName() + " --help)";
            throw new ExecutionException(
                    last.commandSpec().commandLine(),
                    "",
                    new UsageException("nothing was done: --help and --version work only alone" + advice));
        }
        return new RunLast().execute(parsed);
    }

    private static boolean isAlone(List<String> arguments, int commands) {
        return arguments.size() == commands && HELP.contains(arguments.get(commands - 1));
    }

    private static void refuseValueOfSwitch(String argument, List<ParseResult> commands, ParseResult last) {
        int end = argument.indexOf('=');
        if (end < 0) {
            return;
        }
        Stream<@Nullable OptionSpec> options =
                commands.stream().map(command -> command.commandSpec().findOption(argument.substring(0, end)));
        options.filter(option -> option != null && option.arity().max() == 0)
                .findFirst()
                .ifPresent(option -> {
                    throw new ParameterException(
                            last.commandSpec().commandLine(), "it takes no value", option, argument.substring(end + 1));
                });
    }
}
