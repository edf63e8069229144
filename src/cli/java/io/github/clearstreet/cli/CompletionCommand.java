package io.github.clearstreet.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: prints what makes a shell complete commands and options. The distribution has it as a file. */
@Command(
        name = "completion",
        description = {
            "Prints a completion script for bash and zsh; changes nothing.",
            "For this shell: source <(clearstreet completion)"
        })
final class CompletionCommand implements Runnable {
    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command.
    private CommandSpec spec;

    CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.out().print(AutoComplete.bash("clearstreet", spec.root().commandLine()));
    }
}
