package io.github.clearstreet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    ReconcileCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        journal.requireNamed(context);
        return connection.run(
                context,
                ConnectionOptions.NO_ACCOUNT,
                journal,
                session -> new ReconcileResult(
                        context.closeOuts().apply(session.client()).recover()));
    }
}
