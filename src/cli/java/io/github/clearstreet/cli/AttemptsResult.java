package io.github.clearstreet.cli;

import io.github.clearstreet.internal.text.Table;
import io.github.clearstreet.internal.text.Table.Alignment;
import io.github.clearstreet.internal.text.Table.Column;
import io.github.clearstreet.journal.Attempt;
import io.github.clearstreet.journal.AttemptOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the journal has, oldest first. */
record AttemptsResult(List<Attempt> attempts) implements CommandResult {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!attempts.isEmpty()) {
            Table table =
                    new Table(Stream.of("RECORDED AT", "ACCOUNT", "OPERATION", "INSTRUMENT", "STATE", "BY", "DETAIL")
                            .map(title -> new Column(title, Alignment.LEFT))
                            .toList());
            attempts.forEach(attempt -> table.add(List.of(
                    attempt.recordedAt().toString(),
                    Long.toString(attempt.accountId()),
                    attempt.operation(),
                    Objects.requireNonNullElse(attempt.instrumentId(), ModelTable.MISSING),
                    attempt.state().name(),
                    attempt.by().toString(),
                    last(attempt)
                            .flatMap(outcome -> Optional.ofNullable(outcome.detail()))
                            .orElse(""))));
            lines.addAll(table.lines());
        }
        long unresolved = unresolved();
        lines.add(Plurals.of(attempts.size(), "attempt")
                + (unresolved == 0 ? "" : ", " + unresolved + " unresolved: see clearstreet reconcile"));
        return lines;
    }

    @Override
    public String json() {
        return new JsonObject()
                .raws("attempts", attempts.stream().map(AttemptsResult::json).toList())
                .number("unresolved", unresolved())
                .toString();
    }

    @Override
    public int exitCode() {
        return unresolved() == 0 ? ExitCode.SUCCESS : ExitCode.UNKNOWN;
    }

    private long unresolved() {
        return attempts.stream().filter(attempt -> !attempt.isResolved()).count();
    }

    private static String json(Attempt attempt) {
        JsonObject json = new JsonObject()
                .text("id", attempt.id())
                .number("account_id", attempt.accountId())
                .text("operation", attempt.operation())
                .text("instrument_id", Optional.ofNullable(attempt.instrumentId()))
                .texts("ids", attempt.ids())
                .text("recorded_at", attempt.recordedAt().toString())
                .text("by", attempt.by().toString())
                .text("state", attempt.state().name());
        last(attempt)
                .ifPresent(outcome -> json.text("request_id", Optional.ofNullable(outcome.requestId()))
                        .texts("order_ids", outcome.orderIds())
                        .text("detail", Optional.ofNullable(outcome.detail())));
        return json.toString();
    }

    private static Optional<AttemptOutcome> last(Attempt attempt) {
        return attempt.outcomes().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        attempt.outcomes().get(attempt.outcomes().size() - 1).outcome());
    }
}
