package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.FlattenOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flatten}: closes until the account is flat. Without {@code --yes} it only says what it would do. */
@Command(
        name = "flatten",
        description = {
            "CancelTracker open orders, closes every position and follows the orders until the account is flat.",
            "Without --yes it is a dry run: it shows what would be closed, and changes nothing."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:flat; without --yes: there is nothing to do",
            "2:rejected: the server refused, nothing was changed",
            "3:nothing was changed: no connection, a guard, Ctrl-C or the deadline",
            "4:outcome unknown: look at orders and positions first",
            "5:not flat, or not known to be flat: the report says what is known and why",
            "64:bad usage: nothing was sent"
        })
final class FlattenCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--yes", order = CommonOptions.FIRST, description = "Carry it out. Without it nothing is changed.")
    private boolean yes;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    FlattenCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        FlattenOptions flattenOptions = options.flattenOptions(context.err());
        return common.run(context, journal, session -> {
            CloseOut closeOut = context.closeOuts().apply(session.client());
            return yes
                    ? new FlattenResult(session.baseUrl(), closeOut.flatten(session.account(), flattenOptions))
                    : new DryRunResult(
                            session.baseUrl(), closeOut.preview(session.account()), flattenOptions.cancelOrders());
        });
    }
}
