package io.github.clearstreet.cli;

import io.github.clearstreet.CallOptions;
import io.github.clearstreet.closeout.OrderState;
import io.github.clearstreet.closeout.Preview;
import io.github.clearstreet.closeout.PreviewedPosition;
import io.github.clearstreet.journal.Decision;
import io.github.clearstreet.json.OpenEnum;
import io.github.clearstreet.model.Side;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code close-positions}: sends {@code close_positions} once and prints the closing orders. */
@Command(
        name = "close-positions",
        description = {
            "Closes every position of an account, once, and prints the closing orders. To follow them to their end use"
                    + " flatten.",
            "Looks first, and sends nothing while open orders may close a position as well."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted: the closing orders, if any, may not be filled",
            "2:rejected: nothing was closed",
            "3:not sent: no connection, orders that work, or you did not agree",
            "4:outcome unknown, or not everything was closed: look at orders and positions first",
            "64:bad usage: nothing was sent"
        })
final class ClosePositionsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--yes",
            order = CommonOptions.FIRST,
            description = "Carry it out. Without it you are asked on a terminal, and nothing is sent elsewhere.")
    private boolean yes;

    @Option(
            names = "--force",
            description =
                    "Send it without a look first: also if an earlier close is unresolved, if orders that work may close a position a second time, or"
                            + " if the account cannot be read. Needs --yes.")
    private boolean force;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @ArgGroup
    private OpenOrderOptions openOrders = new OpenOrderOptions();

    ClosePositionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (force && !yes) {
            throw new UsageException("--force needs --yes: nothing was sent");
        }
        return common.run(context, journal, session -> force ? close(session, 0) : closeAfterALook(session));
    }

    private CommandResult closeAfterALook(ServerSession session) {
        Preview preview = context.closeOuts().apply(session.client()).preview(session.account());
        String obstacle = obstacle(preview);
        if (!obstacle.isEmpty()) {
            return refused(session, preview, obstacle, ExitCode.NOT_SENT);
        }
        String close =
                "close " + Plurals.of(preview.positions().size(), "position") + " of account " + session.account();
        if (!yes && !context.terminal().isThere()) {
            return refused(session, preview, "nothing was sent: add --yes to " + close, ExitCode.BAD_USAGE);
        }
        if (!yes && !agreed(session, preview, close)) {
            return refused(session, preview, "nothing was sent", ExitCode.NOT_SENT);
        }
        return close(session, preview.positions().size());
    }

    private boolean agreed(ServerSession session, Preview preview, String close) {
        new PreviewResult(session.baseUrl(), preview).lines().forEach(context.err()::println);
        context.err().flush();
        return context.terminal().ask("Type yes to " + close + ":").strip().equalsIgnoreCase("yes");
    }

    /** Why it should not be sent; empty if it may. */
    private String obstacle(Preview preview) {
        if (!preview.complete()) {
            return "nothing was sent: the account could not be read completely. Look again, or add --force";
        }
        long working = openOrders.areCancelled() ? 0 : workingCloses(preview);
        return working == 0
                ? ""
                : "nothing was sent: " + Plurals.of(working, "open order")
                        + " may close the same position, which would then be closed twice. Wait until none works, or"
                        + " add --cancel-orders, or add --force";
    }

    private static long workingCloses(Preview preview) {
        return preview.positions().stream()
                .flatMap(position -> position.openOrders().stream().filter(order -> mayClose(position, order)))
                .distinct()
                .count();
    }

    /** Unless it certainly trades the other way. */
    private static boolean mayClose(PreviewedPosition position, OrderState order) {
        String otherWay = position.closingSide().equals(Side.BUY) ? "SELL" : "BUY";
        return order.side()
                .map(OpenEnum::value)
                .filter(side -> side.startsWith(otherWay))
                .isEmpty();
    }

    private static CommandResult refused(ServerSession session, Preview preview, String message, int exitCode) {
        return new RefusedResult(session.baseUrl(), preview, message, exitCode);
    }

    private CommandResult close(ServerSession session, int held) {
        return new ClosePositionsResult(
                session.account(),
                session.baseUrl(),
                held,
                session.client()
                        .positions()
                        .withOptions(CallOptions.defaults()
                                .withDecision(force ? Decision.none().insisting() : Decision.none()))
                        .closePositions(session.account(), openOrders.request()));
    }
}
