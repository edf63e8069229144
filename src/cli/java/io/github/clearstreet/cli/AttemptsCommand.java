package io.github.clearstreet.cli;

import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.Journal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = SinceConverter.class,
            description = "Since then only, and whatever older one is unresolved: how long ago (90m, 12h, 7d), a day in"
                    + " UTC (2026-11-28), or an instant (2026-11-28T14:30:00Z).")
    private SinceConverter.@Nullable Since since;

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
        journal.requireNamed(context);
        try (Journal opened = journal.open(context, server, false).orElseThrow()) {
            return output.print(new AttemptsResult(attempts(opened)), context);
        }
    }

    /** An old one that is still unresolved is never left out. */
    private List<Attempt> attempts(Journal opened) {
        Long number = account;
        Instant from = since == null
                ? Instant.EPOCH
                : since.from().apply(context.clock().instant());
        List<Attempt> unresolved = number == null ? opened.unresolved() : opened.unresolved(number);
        List<Attempt> recent = number == null ? opened.attempts(from) : opened.attempts(number, from);
        return Stream.concat(
                        unresolved.stream()
                                .filter(attempt -> attempt.recordedAt().isBefore(from)),
                        recent.stream())
                .toList();
    }
}
