package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.JournalException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Which server a command works with, and how it prints what came of it. */
final class ConnectionOptions {
    /** For a command that is about no account in particular. */
    static final long NO_ACCOUNT = 0;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    int run(
            CommandContext context,
            long account,
            @Nullable JournalOptions journal,
            Function<ServerSession, CommandResult> command) {
        return output.print(result(context, account, journal, command), context);
    }

    private CommandResult result(
            CommandContext context,
            long account,
            @Nullable JournalOptions journal,
            Function<ServerSession, CommandResult> command) {
        try (ServerSession session = server.open(context, account, journal)) {
            sayIfInDoubt(context, session);
            return command.apply(session);
        } catch (ClearStreetException e) {
            return new FailureResult(e);
        } catch (JournalException e) {
            throw new UsageException("nothing was sent, because the journal cannot be used: " + e.getMessage());
        }
    }

    private static void sayIfInDoubt(CommandContext context, ServerSession session) {
        Journal journal = session.journal();
        if (journal != null && session.account() != NO_ACCOUNT) {
            journal.unresolved(session.account()).stream()
                    .filter(Attempt::mayTrade)
                    .forEach(attempt -> context.err()
                            .println(Printable.text("account " + session.account()
                                    + " is in doubt, and nothing is closed before that is resolved: " + attempt)));
        }
    }
}
