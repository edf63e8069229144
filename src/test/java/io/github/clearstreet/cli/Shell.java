package io.github.clearstreet.cli;

import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.VirtualClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A place to type commands in: with an environment of its own, and a sandbox whose time stands still. */
final class Shell implements AutoCloseable {
    static final String KEY = "some-id.some-secret";
    private static final Instant NOW = Instant.parse("2025-10-03T14:01:15Z");

    private final Sandbox sandbox =
            Sandbox.builder().apiKey(KEY).clock(VirtualClock.at(NOW)).start();
    private final Map<String, String> environment = new HashMap<>(Map.of("CLEAR_STREET_API_KEY", KEY));

    /** What a command left behind. The address of the sandbox, which is another one in every run, reads BASE_URL. */
    record Result(int exitCode, String out, String err) {}

    Sandbox sandbox() {
        return sandbox;
    }

    Shell set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell unset(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Runs the command against the sandbox of this shell, as a server that is already there. */
    Result closePositions(String... options) {
        set("CLEAR_STREET_BASE_URL", sandbox.baseUrl().toString());
        String[] args = new String[options.length + 3];
        args[0] = "close-positions";
        args[1] = "--account";
        args[2] = "19816";
        System.arraycopy(options, 0, args, 3, options.length);
        return run(args);
    }

    Result run(String... args) {
        return run(() -> sandbox, args);
    }

    /** Runs the command with a way to start the sandbox of {@code --sandbox}. */
    Result run(Supplier<Sandbox> sandboxes, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandContext context =
                new CommandContext(environment::get, sandboxes, new PrintWriter(out), new PrintWriter(err));
        int exitCode = CommandLineInterface.run(context, args);
        return new Result(exitCode, portable(out), portable(err));
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
