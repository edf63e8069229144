package io.github.clearstreet.cli;

import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxBuilder;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sandbox}: a server that stays up until it is told to end, for other languages and for people. */
@Command(
        name = "sandbox",
        description = {
            "Starts a stand-in for the API on this machine and stays up until Ctrl-C.",
            "Prints its address, its key, and a page that shows in a browser what comes. No real account is touched."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it was up, and was ended by Ctrl-C", "64:bad usage, or the port is taken: it was not up"})
final class SandboxCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--port",
            order = CommonOptions.FIRST,
            paramLabel = "N",
            description = "The port on this machine, 0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--account",
            order = CommonOptions.FIRST,
            paramLabel = "N",
            description =
                    "An account that holds 25 GOOG and has an open order. May be repeated. Others are added over HTTP.")
    private List<Long> accounts = List.of();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SandboxCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        accounts.forEach(CommonOptions::check);
        try (Sandbox sandbox = start()) {
            accounts.forEach(account -> DemoAccount.open(sandbox.account(account)));
            output.print(new Up(sandbox, accounts), context);
            if (context.out().checkError()) {
                return ExitCode.UNKNOWN; // nobody could learn where it is
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            context.err().println("the sandbox has ended");
        }
        return ExitCode.SUCCESS;
    }

    private Sandbox start() {
        SandboxBuilder builder;
        try {
            builder = Sandbox.builder().port(port).stateOverHttp();
        } catch (IllegalArgumentException e) {
            throw new UsageException("--port must be from 0 to 65535");
        }
        try {
            return builder.start();
        } catch (UncheckedIOException e) {
            throw new UsageException(
                    "the port is taken or not allowed: choose another with --port, or 0 for a free one");
        }
    }

    /** What others need to know about it. */
    private record Up(Sandbox sandbox, List<Long> accounts) implements CommandResult {
        @Override
        public List<String> lines() {
            return List.of(
                    "CLEAR_STREET_BASE_URL=" + sandbox.baseUrl(),
                    "CLEAR_STREET_API_KEY=" + sandbox.apiKey(),
                    "page: " + sandbox.page(),
                    "accounts: "
                            + (accounts.isEmpty()
                                    ? "none yet"
                                    : String.join(
                                            ", ",
                                            accounts.stream()
                                                    .map(String::valueOf)
                                                    .toList())),
                    "Ctrl-C ends it.");
        }

        @Override
        public String json() {
            return new JsonObject()
                    .text("base_url", sandbox.baseUrl().toString())
                    .text("api_key", sandbox.apiKey())
                    .text("page", sandbox.page().toString())
                    .toString();
        }
    }
}
