package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.FlattenAllReport;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the runs of several accounts did, and what is left. */
record FlattenAllResult(URI baseUrl, FlattenAllReport report) implements CommandResult {
    @Override
    public List<String> lines() {
        return List.of("Server " + baseUrl, report.toString());
    }

    @Override
    public String json() {
        return report.toJson();
    }

    /** What is not known comes first. Different ends together are "not flat". */
    @Override
    public int exitCode() {
        Set<Integer> codes = report.reports().stream().map(ExitCode::of).collect(Collectors.toSet());
        if (codes.contains(ExitCode.UNKNOWN)) {
            return ExitCode.UNKNOWN;
        }
        return codes.size() == 1 ? codes.iterator().next() : ExitCode.NOT_FLAT;
    }
}
