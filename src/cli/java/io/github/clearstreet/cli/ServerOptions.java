package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreetBuilder;
import io.github.clearstreet.Environment;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.sandbox.Sandbox;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which server a command talks to, and with which key. Without {@code --live} it never leaves this machine. */
final class ServerOptions {
    @ArgGroup
    private @Nullable Server server;

    @Option(names = "--live", description = "Allow a server that is not on this machine: a real account, real money.")
    private boolean live;

    private static final class Server {
        @Option(
                names = "--base-url",
                paramLabel = "URL",
                description = "Where the API is. Default: " + Environment.BASE_URL_VARIABLE
                        + ", or else production. Key: " + Environment.API_KEY_VARIABLE + ".")
        private @Nullable String baseUrl;

        @Option(
                names = "--sandbox",
                description = "Start a sandbox in which the account holds 25 GOOG and has an open order, and use it."
                        + " Needs no key.")
        private boolean sandbox;
    }

    /** Makes a client. Nothing is sent. */
    ServerSession open(CommandContext context, long account, @Nullable JournalOptions journal) {
        try {
            return server != null && server.sandbox
                    ? sandbox(context, account, journal)
                    : server(context, account, journal);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static ServerSession sandbox(CommandContext context, long account, @Nullable JournalOptions journal) {
        Sandbox sandbox = context.sandboxes().get();
        try {
            if (account > 0) {
                DemoAccount.open(sandbox.account(account));
            }
            ClearStreetBuilder builder =
                    context.clients().get().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey());
            return session(context, account, builder, sandbox.baseUrl(), sandbox, journal);
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private ServerSession server(CommandContext context, long account, @Nullable JournalOptions journal) {
        URI baseUrl = baseUrl(context, server == null ? null : server.baseUrl);
        ClearStreetBuilder builder = context.clients().get().baseUrl(baseUrl);
        LoopbackOnly.check(baseUrl, live);
        String apiKey = context.environment().apply(Environment.API_KEY_VARIABLE);
        if (apiKey == null) {
            throw new UsageException(
                    "there is no API key: set the environment variable " + Environment.API_KEY_VARIABLE);
        }
        return session(context, account, builder.apiKey(apiKey), baseUrl, null, journal);
    }

    private static ServerSession session(
            CommandContext context,
            long account,
            ClearStreetBuilder builder,
            URI baseUrl,
            @Nullable Sandbox sandbox,
            @Nullable JournalOptions options) {
        Journal journal = options == null
                ? null
                : options.open(context, baseUrl, sandbox != null).orElse(null);
        if (journal != null) {
            builder.journal(journal);
        }
        return new ServerSession(account, builder.build(), baseUrl, sandbox, journal);
    }

    /** The address that was named, or else that of the environment, or else production. */
    static URI baseUrl(CommandContext context, @Nullable String option) {
        String text = option != null ? option : context.environment().apply(Environment.BASE_URL_VARIABLE);
        if (text == null) {
            return Environment.PRODUCTION.baseUrl();
        }
        String name = option != null ? "--base-url" : Environment.BASE_URL_VARIABLE;
        if (text.isBlank()) {
            throw new UsageException(name + " is empty: write where the API is, or leave it out");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new UsageException(name + " cannot be read as a URL (its value is not repeated here)");
        }
    }
}
