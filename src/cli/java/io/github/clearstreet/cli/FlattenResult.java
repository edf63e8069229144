package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.FlattenAllReport;
import io.github.clearstreet.closeout.FlattenReport;
import io.github.clearstreet.closeout.StopReason;
import io.github.clearstreet.closeout.TimelineEvent.Kind;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run did, or the runs of several accounts, and what is left. */
record FlattenResult(List<String> lines, List<String> warnings, String json, int exitCode) implements CommandResult {
    private static final Set<Kind> OF_A_REFUSED_RUN = EnumSet.of(Kind.STARTED, Kind.READ_FAILED, Kind.ENDED);

    static FlattenResult of(URI baseUrl, FlattenReport report) {
        return of(baseUrl, List.of(report), report.toString(), report.toJson());
    }

    static FlattenResult of(URI baseUrl, FlattenAllReport report) {
        return of(baseUrl, report.reports(), report.toString(), report.toJson());
    }

    private static FlattenResult of(URI baseUrl, List<FlattenReport> reports, String text, String json) {
        int exitCode = ExitCode.ofSeveral(reports.stream().map(ExitCode::of).collect(Collectors.toSet()));
        return isRefused(reports)
                ? new FlattenResult(List.of(), List.of(reports.get(0).message()), json, exitCode)
                : new FlattenResult(List.of("Server " + baseUrl, text), List.of(), json, exitCode);
    }

    /** The first read of each was refused for the same reason, as with a wrong key: that is said once, and of no account. */
    private static boolean isRefused(List<FlattenReport> reports) {
        return reports.stream()
                        .allMatch(report -> report.stopReason() == StopReason.REQUEST_REJECTED
                                && report.timeline().stream()
                                        .allMatch(event -> OF_A_REFUSED_RUN.contains(event.kind())))
                && reports.stream().map(FlattenResult::reason).distinct().count() == 1;
    }

    private static String reason(FlattenReport report) {
        return report.message()
                .replace(Long.toString(report.accountId()), "")
                .replaceAll("\\(request id [^)]*\\)", "")
                .replaceFirst("get_orders|get_positions", "");
    }
}
