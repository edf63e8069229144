package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetBuilder;
import io.github.clearstreet.Environment;
import io.github.clearstreet.sandbox.Sandbox;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which server a command talks to, and with which key. Without {@code --live} it never leaves this machine. */
final class ServerOptions {
    private static final String API_KEY = "CLEAR_STREET_API_KEY";
    private static final String BASE_URL = "CLEAR_STREET_BASE_URL";

    @ArgGroup
    private @Nullable Server server;

    @Option(names = "--live", description = "Allow a server that is not on this machine: a real account, real money.")
    private boolean live;

    private static final class Server {
        @Option(
                names = "--base-url",
                paramLabel = "URL",
                description = "Where the API is. Default: " + BASE_URL + ", or else production. Key: " + API_KEY + ".")
        private @Nullable String baseUrl;

        @Option(
                names = "--sandbox",
                description = "Start a sandbox in which the account holds 25 GOOG and has an open order, and use it."
                        + " Needs no key.")
        private boolean sandbox;
    }

    /** Makes a client. Nothing is sent. */
    ServerSession open(CommandContext context, long account) {
        try {
            return server != null && server.sandbox ? sandbox(context, account) : server(context, account);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static ServerSession sandbox(CommandContext context, long account) {
        Sandbox sandbox = context.sandboxes().get();
        try {
            DemoAccount.open(sandbox.account(account));
            ClearStreet client = context.clients()
                    .get()
                    .baseUrl(sandbox.baseUrl())
                    .apiKey(sandbox.apiKey())
                    .build();
            return new ServerSession(account, client, sandbox.baseUrl(), sandbox);
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private ServerSession server(CommandContext context, long account) {
        URI baseUrl = baseUrl(context);
        ClearStreetBuilder builder = context.clients().get().baseUrl(baseUrl);
        LoopbackOnly.check(baseUrl, live);
        String apiKey = context.environment().apply(API_KEY);
        if (apiKey == null) {
            throw new UsageException("there is no API key: set the environment variable " + API_KEY);
        }
        return new ServerSession(account, builder.apiKey(apiKey).build(), baseUrl, null);
    }

    private URI baseUrl(CommandContext context) {
        String option = server == null ? null : server.baseUrl;
        String text = option != null ? option : context.environment().apply(BASE_URL);
        if (text == null) {
            return Environment.PRODUCTION.baseUrl();
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new UsageException("the base URL cannot be read as a URL (its value is not repeated here)");
        }
    }
}
