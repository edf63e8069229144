package io.github.clearstreet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code close-positions}: sends {@code close_positions} once and prints the closing orders. */
@Command(
        name = "close-positions",
        description = "Closes every position of an account and prints the closing orders.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted: the closing orders, if any, may not be filled",
            "2:rejected: nothing was closed",
            "3:not sent: nothing happened",
            "4:outcome unknown, or not everything was closed: look at orders and positions first",
            "64:bad usage: nothing was sent"
        })
final class ClosePositionsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @ArgGroup
    private OpenOrderOptions openOrders = new OpenOrderOptions();

    ClosePositionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return common.run(
                context,
                session -> new ClosePositionsAnswer(
                        session.account(),
                        session.baseUrl(),
                        session.client().positions().closePositions(session.account(), openOrders.request())));
    }
}
