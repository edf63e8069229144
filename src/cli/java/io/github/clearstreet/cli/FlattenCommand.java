package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.FlattenAllReport;
import io.github.clearstreet.closeout.FlattenOptions;
import io.github.clearstreet.closeout.FlattenReport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flatten}: closes until the account is flat. Without {@code --yes} it only says what it would do. */
@Command(
        name = "flatten",
        description = {
            "Cancels open orders, closes every position and follows the orders until the account is flat.",
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
    private final AccountsOptions accounts = new AccountsOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--yes", order = CommonOptions.FIRST, description = "Carry it out. Without it nothing is changed.")
    private boolean yes;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    FlattenCommand(CommandContext context) {
        this.context = context;
    }

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a page about the run, to be read in a browser. Needs --yes.")
    private @Nullable String report;

    @Override
    public Integer call() {
        List<Long> numbers = accounts.all();
        FlattenOptions flattenOptions = options.flattenOptions();
        if (!yes && (numbers.size() > 1 || report != null)) {
            throw new UsageException("several accounts and --report need --yes: nothing was sent");
        }
        ReportFile file = ReportFile.of(report);
        return connection.run(context, numbers.get(0), journal, session -> {
            CloseOut closeOut = context.closeOuts().apply(session.client());
            if (!yes) {
                return new DryRunResult(
                        session.baseUrl(), closeOut.preview(numbers.get(0)), flattenOptions.cancelOrders());
            }
            return run(session, closeOut, numbers, flattenOptions, file);
        });
    }

    private CommandResult run(
            ServerSession session, CloseOut closeOut, List<Long> numbers, FlattenOptions wanted, ReportFile file) {
        try (RunProgress progress = RunProgress.of(context, session.baseUrl(), numbers, options.quiet())) {
            FlattenOptions listening = wanted.withListener(progress);
            if (numbers.size() == 1) {
                FlattenReport made = closeOut.flatten(numbers.get(0), listening);
                return file.write(session.baseUrl(), List.of(made), FlattenResult.of(session.baseUrl(), made));
            }
            FlattenAllReport made = closeOut.flattenAll(numbers, listening);
            return file.write(session.baseUrl(), made.reports(), FlattenResult.of(session.baseUrl(), made));
        }
    }
}
