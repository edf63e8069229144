package io.github.clearstreet.cli;

import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.JournalException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where it is written down what was sent. Without it a command that was killed would not be known to the next one. */
final class JournalOptions {
    private static final String VARIABLE = "CLEAR_STREET_JOURNAL";

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Where what is sent is written down before it leaves. Default: " + VARIABLE
                    + ", or else a folder for the server in this user's state directory; with --sandbox none.")
    private @Nullable String directory;

    /** The journal for a server; empty for a sandbox that ends with the command, unless a folder was named. */
    Optional<Journal> open(CommandContext context, URI baseUrl, boolean sandbox) {
        String named = named(context);
        if (named == null && sandbox) {
            return Optional.empty();
        }
        if (named != null && named.isBlank()) {
            throw new UsageException("the folder of the journal is empty: name one with --journal or " + VARIABLE);
        }
        try {
            Path folder = named != null ? Path.of(named) : usual(context, baseUrl);
            return Optional.of(context.journals().apply(folder));
        } catch (InvalidPathException | JournalException e) {
            throw new UsageException("nothing was sent, because the journal cannot be used: " + e.getMessage()
                    + "; name a folder that can be written with --journal or " + VARIABLE);
        }
    }

    /** For a command that reads: a named folder that is not there is a mistake, and no journal in which all is well. */
    void requireNamed(CommandContext context) {
        String named = named(context);
        try {
            if (named != null && !named.isBlank() && Files.notExists(Path.of(named))) {
                throw new UsageException(
                        "there is no journal in " + named + ": name the folder that was used when it was sent");
            }
        } catch (InvalidPathException e) {
            throw new UsageException("there is no journal in " + named + ": " + e.getMessage());
        }
    }

    private @Nullable String named(CommandContext context) {
        return directory != null ? directory : context.environment().apply(VARIABLE);
    }

    /** One for each server: account numbers mean nothing elsewhere. */
    private static Path usual(CommandContext context, URI baseUrl) {
        String server = (baseUrl.getHost() + (baseUrl.getPort() < 0 ? "" : "_" + baseUrl.getPort()))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]", "_");
        return stateDirectory(context).resolve("clearstreet").resolve("journal").resolve(server);
    }

    private static Path stateDirectory(CommandContext context) {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        boolean windows = system.startsWith("windows");
        String variable = context.environment().apply(windows ? "LOCALAPPDATA" : "XDG_STATE_HOME");
        if (variable != null && !variable.isBlank()) {
            return Path.of(variable);
        }
        return windows
                ? home.resolve("AppData").resolve("Local")
                : home.resolve(".local").resolve("state");
    }
}
