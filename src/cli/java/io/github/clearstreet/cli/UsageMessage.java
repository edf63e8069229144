package io.github.clearstreet.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments. It never repeats a value: that may be a key in the wrong place. */
final class UsageMessage {
    private static final Pattern OPTION_NAME = Pattern.compile("--[A-Za-z][A-Za-z-]*|-[A-Za-z]");

    private static final String NOT_UNDERSTOOD = "An argument is not understood (it is not repeated here)";

    private UsageMessage() {}

    static String of(ParameterException e) {
        return problem(e) + " (see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)";
    }

    private static String problem(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched(), e.getCommandLine().getCommandSpec());
        }
        if (e instanceof MissingParameterException) {
            return withoutWhatWasFound(message);
        }
        if (e instanceof OverwrittenOptionException || e instanceof MutuallyExclusiveArgsException) {
            return message;
        }
        return e.getArgSpec() instanceof OptionSpec option
                ? "Invalid value for option '" + option.longestName() + "': " + form(option, message)
                : "The arguments cannot be read";
    }

    private static String unknown(List<String> arguments, CommandSpec command) {
        Optional<String> meant =
                Suggestion.of(arguments.get(0), command.subcommands().keySet());
        if (meant.isPresent()) {
            return NOT_UNDERSTOOD + didYouMean(meant.get());
        }
        return arguments.stream()
                .flatMap(argument -> OPTION_NAME.matcher(argument).results().filter(name -> name.start() == 0))
                .map(MatchResult::group)
                .findFirst()
                .map(option -> "Unknown option: " + option + optionMeant(option, command))
                .orElse(NOT_UNDERSTOOD);
    }

    private static String optionMeant(String typed, CommandSpec command) {
        boolean ofACommand = command.subcommands().values().stream()
                .anyMatch(one -> one.getCommandSpec().findOption(typed) != null);
        return ofACommand
                ? "; options come after the command"
                : Suggestion.of(typed, command.optionsMap().keySet())
                        .map(UsageMessage::didYouMean)
                        .orElse("");
    }

    private static String didYouMean(String name) {
        return "; did you mean " + name + "?";
    }

    private static String withoutWhatWasFound(String message) {
        int end = message.indexOf(" but found '");
        return end < 0 ? message : message.substring(0, end);
    }

    private static String form(ArgSpec option, String message) {
        if (option.converters().length > 0) {
            return message.substring(message.indexOf(": ") + 2); // our own, which does not repeat it either
        }
        if (option.completionCandidates() != null) {
            return "write one of "
                    + String.join(", ", option.completionCandidates()).toLowerCase(Locale.ROOT);
        }
        return option.arity().max() == 0 ? "it takes no value" : "write a whole number (this is none, or too large)";
    }
}
