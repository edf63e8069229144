package io.github.clearstreet.cli;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.model.Order;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code close-positions}: sends {@code close_positions} once and prints the closing orders. */
@Command(
        name = "close-positions",
        description = "Closes every position of an account and prints the closing orders.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted: closing orders exist, they may not be filled",
            "2:rejected: nothing was closed",
            "3:not sent: nothing happened",
            "4:outcome unknown: look at orders and positions first",
            "64:bad usage: nothing was sent"
        })
final class ClosePositionsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--account", required = true, paramLabel = "N", description = "The account to close.")
    private long account;

    @ArgGroup
    private OpenOrderOptions openOrders = new OpenOrderOptions();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.TABLE;

    ClosePositionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Report report = output.report(context);
        try (ServerSession session = server.open(context, account)) {
            report.accepted(account, session.baseUrl(), send(session));
            return ExitCode.ACCEPTED;
        } catch (ClearStreetException e) {
            report.failed(e);
            return ExitCode.of(e.outcome());
        }
    }

    private ApiResponse<List<Order>> send(ServerSession session) {
        try {
            return session.client().positions().closePositions(account, openOrders.request());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
