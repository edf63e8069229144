package io.github.clearstreet.cli;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command takes, and how it is run: open a client, work with it, print what came of it. */
final class CommonOptions {
    /** In the help, before the options without an order. */
    static final int FIRST = -2;

    @Option(
            names = "--account",
            order = CommonOptions.FIRST,
            required = true,
            paramLabel = "N",
            description = "Number of the account.")
    private long account;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    static void check(long account) {
        if (account <= 0) {
            throw new UsageException("--account must be a positive number, but is " + account);
        }
    }

    int run(CommandContext context, Function<ServerSession, CommandResult> command) {
        return run(context, null, command);
    }

    /** As the other, for a command that changes something and writes that down. */
    int run(CommandContext context, @Nullable JournalOptions journal, Function<ServerSession, CommandResult> command) {
        check(account);
        return connection.run(context, account, journal, command);
    }
}
