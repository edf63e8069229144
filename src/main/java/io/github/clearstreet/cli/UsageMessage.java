package io.github.clearstreet.cli;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments. */
final class UsageMessage {
    private UsageMessage() {}

    static String of(ParameterException e) {
        String problem = e instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched.getUnmatched())
                : String.valueOf(e.getMessage()).lines().findFirst().orElse("the arguments cannot be read");
        return problem + " (see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)";
    }

    /** Repeats the names of options only: a value may be a key that somebody tried to pass. */
    private static String unknown(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith("-"))
                .map(argument -> argument.split("=", 2)[0])
                .findFirst()
                .map(option -> "Unknown option: " + option)
                .orElse("An argument is not understood (it is not repeated here)");
    }
}
