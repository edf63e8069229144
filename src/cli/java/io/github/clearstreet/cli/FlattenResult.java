package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.FlattenReport;
import java.net.URI;
import java.util.List;

/** What a run did, and what is left. */
record FlattenResult(URI baseUrl, FlattenReport report) implements CommandResult {
    @Override
    public List<String> lines() {
        return List.of("Server " + baseUrl, report.toString());
    }

    @Override
    public String json() {
        return report.toJson();
    }

    @Override
    public int exitCode() {
        return ExitCode.of(report);
    }
}
