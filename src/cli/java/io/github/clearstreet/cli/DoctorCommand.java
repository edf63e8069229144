package io.github.clearstreet.cli;

import com.fasterxml.jackson.core.json.PackageVersion;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.Environment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: says what stands in the way of a call, before one is made. Sends no key, and changes nothing. */
@Command(
        name = "doctor",
        description = {
            "Looks whether the key is set, the server is reached, TLS is good, and the clocks agree. Changes nothing.",
            "Sends one GET without the key."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing stands in the way",
            "3:a call would not be sent, or should not be: see what it says",
            "64:bad usage"
        })
final class DoctorCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where the API is. Default: " + Environment.BASE_URL_VARIABLE + ", or else production.")
    private @Nullable String baseUrl;

    @Option(names = "--live", description = "Allow a server that is not on this machine.")
    private boolean live;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        URI server = ServerOptions.baseUrl(context, baseUrl);
        try {
            // What a client refuses of an address, it refuses here, with a key that is never sent.
            context.clients().get().baseUrl(server).apiKey("none").build().close();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        LoopbackOnly.check(server, live);
        List<Finding> findings = new ArrayList<>();
        findings.add(key(context.environment().apply(Environment.API_KEY_VARIABLE)));
        findings.addAll(ServerCheckup.of(server, context.clock()));
        findings.add(new Finding(true, "java", System.getProperty("java.version")));
        findings.add(new Finding(true, "jackson-core", PackageVersion.VERSION.toString()));
        findings.add(new Finding(true, "client", ClearStreet.version()));
        return output.print(new Checkup(findings), context);
    }

    private static Finding key(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return new Finding(false, "key", "there is none: set " + Environment.API_KEY_VARIABLE);
        }
        return key.equals(key.strip())
                ? new Finding(true, "key", "is set (it is not printed, and was not sent)")
                : new Finding(false, "key", "begins or ends with a blank or a line end: set it anew");
    }

    /**
     * One thing that was looked at.
     *
     * @param good whether it stands in nobody's way
     * @param name what it is
     * @param text what was found, and what to do
     */
    record Finding(boolean good, String name, String text) {}

    private record Checkup(List<Finding> findings) implements CommandResult {
        @Override
        public List<String> lines() {
            return findings.stream()
                    .map(finding -> (finding.good() ? "ok    " : "WRONG ") + finding.name() + ": " + finding.text())
                    .toList();
        }

        @Override
        public String json() {
            JsonObject json = new JsonObject();
            findings.forEach(finding -> json.text(
                    finding.name().replace(' ', '_'), (finding.good() ? "ok: " : "wrong: ") + finding.text()));
            return json.toString();
        }

        @Override
        public int exitCode() {
            return findings.stream().allMatch(Finding::good) ? ExitCode.SUCCESS : ExitCode.NOT_SENT;
        }
    }
}
