package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.JournalException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        return run(context, null, command);
    }

    /** As the other, for a command that changes something and writes that down. */
    int run(
            CommandContext context,
            @Nullable JournalOptions journal,
            Function<ServerSession, CommandResult> command) {
        if (account <= 0) {
            throw new UsageException("--account must be a positive number, but is " + account);
        }
        CommandResult result = result(context, journal, command);
        output.print(result, context);
        return result.exitCode();
    }

    private CommandResult result(
            CommandContext context,
            @Nullable JournalOptions journal,
            Function<ServerSession, CommandResult> command) {
        try (ServerSession session = server.open(context, account, journal)) {
            sayIfInDoubt(context, session);
            return command.apply(session);
        } catch (ClearStreetException e) {
            return new FailureResult(e);
        } catch (JournalException e) {
            throw new UsageException("nothing was sent, because the journal cannot be used: " + e.getMessage());
        }
    }

    private static void sayIfInDoubt(CommandContext context, ServerSession session) {
        Journal journal = session.journal();
        if (journal != null) {
            journal.unresolved(session.account()).stream()
                    .filter(Attempt::mayTrade)
                    .forEach(attempt -> context.err()
                            .println(Printable.text("account " + session.account()
                                    + " is in doubt, and nothing is closed before that is resolved: " + attempt)));
        }
    }
}
