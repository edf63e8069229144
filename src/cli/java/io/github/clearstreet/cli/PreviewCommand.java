package io.github.clearstreet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code preview}: reads positions and orders and prints what closing would do. */
@Command(
        name = "preview",
        description = "Shows what closing an account would do. Changes nothing.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:read: what closing would do is shown",
            "2:rejected: the server refused",
            "3:not sent: the server could not be reached",
            "4:a read failed after it was sent, or not everything could be read",
            "64:bad usage: nothing was sent"
        })
final class PreviewCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    PreviewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return common.run(
                context,
                session -> new PreviewResult(
                        session.baseUrl(),
                        context.closeOuts().apply(session.client()).preview(session.account())));
    }
}
