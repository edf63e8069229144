package io.github.clearstreet.contract;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.github.clearstreet.contract.Specification.AnswerKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How many interactions of the pact cover each kind of answer: a line for each operation, a column for each status. */
final class CoverageTable {
    private final Collection<AnswerKind> kinds;
    private final Map<AnswerKind, Long> covered;

    /**
     * @param kinds what the specification allows
     * @param covered the kind of each interaction
     */
    CoverageTable(Collection<AnswerKind> kinds, List<AnswerKind> covered) {
        this.kinds = kinds;
        this.covered = covered.stream().collect(groupingBy(Function.identity(), counting()));
    }

    @Override
    public String toString() {
        List<Integer> statuses =
                kinds.stream().map(AnswerKind::status).distinct().sorted().toList();
        StringBuilder text = new StringBuilder("Coverage: interactions of each operation and status, JSON + HTML\n");
        text.append(String.format("  %-24s", ""));
        statuses.forEach(status -> text.append(String.format("%5d", status)));
        kinds.stream().map(AnswerKind::operation).distinct().forEach(operation -> {
            text.append(String.format("%n  %-24s", operation));
            statuses.forEach(status -> text.append(String.format("%5s", cell(operation, status))));
        });
        return text.append('\n').toString();
    }

    private String cell(String operation, int status) {
        return kinds.stream()
                .filter(kind -> kind.operation().equals(operation) && kind.status() == status)
                .map(kind -> String.valueOf(covered.getOrDefault(kind, 0L)))
                .collect(joining("+"));
    }
}
