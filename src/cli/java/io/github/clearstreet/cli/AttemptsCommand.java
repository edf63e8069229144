package io.github.clearstreet.cli;

import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.Journal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code attempts}: lists what the journal has. Talks to no server. */
@Command(
        name = "attempts",
        description = "Lists what was sent and what became of it, from the journal. Sends nothing and needs no key.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:read: all attempts are listed, and each is resolved",
            "4:some are unresolved: see reconcile",
            "64:bad usage, or there is no journal that can be read"
        })
final class AttemptsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--account", paramLabel = "N", description = "Of this account only.")
    private @Nullable Long account;

    @Option(names = "--base-url", paramLabel = "URL", description = "The server, for the usual folder of its journal.")
    private @Nullable String baseUrl;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    AttemptsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        URI server = ServerOptions.baseUrl(context, baseUrl);
        if (server.getHost() == null) {
            throw new UsageException("the base URL must be absolute, for example https://api.clearstreet.com");
        }
        Long number = account;
        try (Journal opened = journal.open(context, server, false).orElseThrow()) {
            List<Attempt> attempts =
                    number == null ? opened.attempts(Instant.EPOCH) : opened.attempts(number, Instant.EPOCH);
            return output.print(new AttemptsResult(attempts), context);
        }
    }
}
