package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.journal.JournalException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reconcile}: finds out what became of the attempts that the journal has as unresolved. */
@Command(
        name = "reconcile",
        description = "Finds out what became of each unresolved attempt of the journal and writes it down. Changes no"
                + " account.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every attempt is resolved now",
            "2:rejected: the server refused a read",
            "3:not sent: the server could not be reached",
            "4:some are still unknown: look at orders and positions, or try again later",
            "64:bad usage: nothing was sent"
        })
final class ReconcileCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.TABLE;

    ReconcileCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CommandResult result = result();
        output.print(result, context);
        return result.exitCode();
    }

    private CommandResult result() {
        try (ServerSession session = server.open(context, 0, journal)) {
            return new ReconcileResult(
                    context.closeOuts().apply(session.client()).recover());
        } catch (ClearStreetException e) {
            return new FailureResult(e);
        } catch (JournalException e) {
            throw new UsageException("the journal cannot be used: " + e.getMessage());
        }
    }
}
