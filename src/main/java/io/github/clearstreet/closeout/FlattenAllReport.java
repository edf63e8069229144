package io.github.clearstreet.closeout;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of many accounts. Immutable and thread-safe. */
public final class FlattenAllReport {
    private final List<FlattenReport> reports;

    FlattenAllReport(List<FlattenReport> reports) {
        this.reports = List.copyOf(reports);
    }

    /** One report for each account, in the order in which the accounts were given. */
    public List<FlattenReport> reports() {
        return reports;
    }

    /** True if every account is flat. */
    public boolean flat() {
        return reports.stream().allMatch(FlattenReport::flat);
    }

    /** One JSON object. */
    public String toJson() {
        return ReportJson.of(this);
    }

    /** The tables of all accounts. */
    @Override
    public String toString() {
        return reports.stream().map(FlattenReport::toString).collect(Collectors.joining("\n\n"));
    }

    /** For an ObjectMapper of Jackson 2 or 3. */
    @JsonValue
    Map<String, Object> toPlain() {
        return ReportJson.plain(this);
    }
}
