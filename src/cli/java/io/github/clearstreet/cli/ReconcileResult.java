package io.github.clearstreet.cli;

import io.github.clearstreet.closeout.Reconciliation;
import io.github.clearstreet.closeout.Verdict;
import io.github.clearstreet.internal.text.Printable;
import java.util.List;
import java.util.stream.Stream;

/** What became of the attempts that were unresolved. */
record ReconcileResult(List<Reconciliation> reconciliations) implements CommandResult {
    @Override
    public List<String> lines() {
        return Stream.concat(
                        reconciliations.stream().map(Reconciliation::toString).map(Printable::text),
                        Stream.of(Plurals.of(reconciliations.size(), "unresolved attempt") + " looked into, "
                                + unknown() + " still unknown"))
                .toList();
    }

    @Override
    public String json() {
        return new JsonObject()
                .raws(
                        "reconciliations",
                        reconciliations.stream().map(Reconciliation::toJson).toList())
                .number("still_unknown", unknown())
                .toString();
    }

    @Override
    public int exitCode() {
        return unknown() == 0 ? ExitCode.SUCCESS : ExitCode.UNKNOWN;
    }

    private long unknown() {
        return reconciliations.stream()
                .filter(reconciliation -> reconciliation.verdict() == Verdict.STILL_UNKNOWN)
                .count();
    }
}
