package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreetException;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command takes, and how it is run: open a client, work with it, print what came of it. */
final class CommonOptions {
    /** In the help, before the options without an order. */
    static final int FIRST = -2;

    @Option(
            names = "--account",
            order = CommonOptions.FIRST,
            required = true,
            paramLabel = "N",
            description = "Number of the account.")
    private long account;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.TABLE;

    int run(CommandContext context, Function<ServerSession, CommandResult> command) {
        if (account <= 0) {
            throw new UsageException("--account must be a positive number, but is " + account);
        }
        CommandResult result = result(context, command);
        output.print(result, context);
        return result.exitCode();
    }

    private CommandResult result(CommandContext context, Function<ServerSession, CommandResult> command) {
        try (ServerSession session = server.open(context, account)) {
            return command.apply(session);
        } catch (ClearStreetException e) {
            return new FailureResult(e);
        }
    }
}
