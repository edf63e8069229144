package io.github.clearstreet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code positions}: reads all positions and prints them. */
@Command(
        name = "positions",
        description = "Lists the positions of an account. Changes nothing.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:read: all positions are listed",
            "2:rejected: the server refused",
            "3:not sent: the server could not be reached",
            "4:the read failed after it was sent, or not all positions could be read",
            "64:bad usage: nothing was sent"
        })
final class PositionsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    PositionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return common.run(context, PositionsResult::read);
    }
}
