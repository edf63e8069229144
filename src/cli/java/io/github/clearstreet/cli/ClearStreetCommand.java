package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a command: it can only tell what there is. */
@Command(
        name = "clearstreet",
        description = "Closes the positions of a Clear Street account. What changes it is sent at most once.",
        mixinStandardHelpOptions = true,
        versionProvider = ClearStreetCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class ClearStreetCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new MissingParameterException(
                spec.commandLine(),
                List.of(),
                "Missing command: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    /** The version is in the manifest of the jar; classes outside a jar have none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"clearstreet-client " + ClearStreet.version()};
        }
    }
}
