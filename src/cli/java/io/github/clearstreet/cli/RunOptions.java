package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.ClosingMethod;
import io.github.clearstreet.closeout.FlattenOptions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How {@code flatten} goes about it. */
final class RunOptions {
    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = DeadlineConverter.class,
            description = "How long the whole run may take, for example 90s, 2m or 1h. Default: 5m.")
    private Duration deadline = FlattenOptions.defaults().deadline();

    @Option(
            names = "--keep-orders",
            description = "Leave open orders alone, and with them each position that one of them could close.")
    private boolean keepOrders;

    @Option(
            names = "--max-rounds",
            paramLabel = "N",
            description = "How often each position is closed, and each open order cancelled, at most."
                    + " Default: ${DEFAULT-VALUE}.")
    private int maxRounds = FlattenOptions.defaults().maxCloseAttempts();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "How positions are closed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ClosingMethod method = FlattenOptions.defaults().method();

    @Option(
            names = "--follow",
            description =
                    "Wait for another run that is at work on the account, and go on from what it leaves; otherwise"
                            + " this one says who it is, and ends.")
    private boolean follow;

    @Option(names = "--quiet", description = "Do not show the progress on standard error.")
    private boolean quiet;

    /** Whether nobody wants to see the progress. */
    boolean quiet() {
        return quiet;
    }

    FlattenOptions flattenOptions() {
        if (maxRounds < 1) {
            throw new UsageException("--max-rounds must be one or more, but is " + maxRounds);
        }
        return FlattenOptions.defaults()
                .withDeadline(deadline)
                .withCancelOrders(!keepOrders)
                .withMethod(method)
                .withFollowing(follow)
                .withMaxCloseAttempts(maxRounds);
    }
}
