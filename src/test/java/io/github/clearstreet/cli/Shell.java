package io.github.clearstreet.cli;

import io.github.clearstreet.Guards;
import io.github.clearstreet.VirtualClients;
import io.github.clearstreet.VirtualPauses;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.MemoryJournal;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxAccount;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.VirtualClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place to type commands in: with an environment of its own, and a sandbox whose time stands still unless a command waits.
 */
final class Shell implements AutoCloseable {
    static final String KEY = "some-id.some-secret";
    static final long ACCOUNT = 19816;
    private static final Instant NOW = Instant.parse("2025-10-03T14:01:15Z");

    private final VirtualClock clock = VirtualClock.at(NOW);
    private final Sandbox sandbox;
    private final Map<String, String> environment = new HashMap<>(Map.of("CLEAR_STREET_API_KEY", KEY));

    private Guards guards = Guards.none();
    private final Journal journal = MemoryJournal.create(
            clock, () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
    private Function<Path, Journal> journals = folder -> journal;
    private Terminal terminal = Terminal.NONE;
    private Runnable beforeEachWait = () -> {};
    private Runnable pulse = () -> {};

    /** What a command left behind. The address of the sandbox, which is another one in every run, reads BASE_URL. */
    record Result(int exitCode, String out, String err) {}

    Shell() {
        this(100);
    }

    Shell(int pageSize) {
        sandbox = Sandbox.builder().apiKey(KEY).clock(clock).pageSize(pageSize).start();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    SandboxAccount account() {
        return sandbox.account(ACCOUNT);
    }

    /** The one that all commands use. */
    Journal journal() {
        return journal;
    }

    /** What arrived, for example {@code GET /v1/accounts/19816/positions}. */
    List<String> requests() {
        return sandbox.requests().stream().map(SandboxRequest::toString).toList();
    }

    /** The requests among them that change something. */
    List<String> changes() {
        return requests().stream()
                .filter(request -> !request.startsWith("GET "))
                .toList();
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    Shell set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell unset(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Opens the journal of a folder in another way. */
    Shell journals(Function<Path, Journal> newJournals) {
        journals = newJournals;
        return this;
    }

    /** What the clients of the commands refuse to do. */
    Shell guards(Guards newGuards) {
        guards = newGuards;
        return this;
    }

    /** Somebody sits there and types this to each question. */
    Shell typing(String line) {
        terminal = new Terminal() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public String ask(String question) {
                return line;
            }
        };
        return this;
    }

    /** Somebody looks at a terminal that is so wide, also at standard error. */
    Shell live(int columns) {
        terminal = new Terminal() {
            @Override
            public boolean isLive(UnaryOperator<@Nullable String> variables) {
                return true;
            }

            @Override
            public int width() {
                return columns;
            }
        };
        return this;
    }

    /** Does this each time a close-out waits. */
    Shell beforeEachWait(Runnable work) {
        beforeEachWait = work;
        return this;
    }

    Result closePositions(String... options) {
        return onTheAccount(
                "close-positions",
                Stream.concat(Stream.of("--yes"), Stream.of(options)).toArray(String[]::new));
    }

    Result positions(String... options) {
        return onTheAccount("positions", options);
    }

    Result preview(String... options) {
        return onTheAccount("preview", options);
    }

    /** Lets the broker close, so that a request can be told from an order. */
    Result flatten(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        if (!all.contains("--method")) {
            all.addAll(List.of("--method", "BROKER"));
        }
        return flattenByDefault(all.toArray(String[]::new));
    }

    Result flattenByDefault(String... options) {
        return onTheAccount("flatten", options);
    }

    /** Runs the command against the sandbox of this shell, as a server that is already there. */
    Result onTheAccount(String command, String... options) {
        set("CLEAR_STREET_BASE_URL", sandbox.baseUrl().toString());
        return run(Stream.concat(Stream.of(command, "--account", Long.toString(ACCOUNT)), Stream.of(options))
                .toArray(String[]::new));
    }

    Result run(String... args) {
        return run(() -> sandbox, args);
    }

    /** Runs the command with a way to start the sandbox of {@code --sandbox}. */
    Result run(Supplier<Sandbox> sandboxes, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = CommandLineInterface.run(context(sandboxes, new PrintWriter(out), new PrintWriter(err)), args);
        return new Result(exitCode, portable(out), portable(err));
    }

    CommandContext context(Supplier<Sandbox> sandboxes, PrintWriter out, PrintWriter err) {
        return new CommandContext(
                environment::get,
                sandboxes,
                () -> VirtualPauses.in(VirtualClients.of(sandbox, clock)).guards(guards),
                client -> CloseOut.builder(client)
                        .clock(clock)
                        .ticker(() ->
                                Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .sleeper(this::pause)
                        .build(),
                folder -> journals.apply(folder),
                clock,
                this::everySecond,
                terminal,
                out,
                err);
    }

    /** A command waits in virtual time only, so that a second goes by when a close-out waits. */
    private Runnable everySecond(Runnable work) {
        pulse = work;
        return () -> pulse = () -> {};
    }

    private void pause(Duration length) {
        beforeEachWait.run();
        clock.advance(length);
        pulse.run();
    }

    private String portable(StringWriter text) {
        return text.toString()
                .replace(System.lineSeparator(), "\n")
                .replace(sandbox.baseUrl().toString(), "BASE_URL");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
