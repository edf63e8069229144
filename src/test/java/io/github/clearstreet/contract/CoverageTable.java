package io.github.clearstreet.contract;

import io.github.clearstreet.contract.Specification.AnswerKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which interactions cover which kind of answer, as text. */
final class CoverageTable {
    private final Map<AnswerKind, List<String>> situations = new TreeMap<>(Comparator.comparing(AnswerKind::operation)
            .thenComparing(AnswerKind::status)
            .thenComparing(AnswerKind::mediaType));

    CoverageTable(Collection<AnswerKind> kinds, Map<AnswerKind, List<String>> covered) {
        kinds.forEach(kind -> situations.put(kind, List.of()));
        situations.putAll(covered);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Coverage: operation, status, content type, interactions\n");
        situations.forEach((kind, descriptions) -> {
            text.append(String.format(
                    "  %-16s %d %-17s %2d%n", kind.operation(), kind.status(), kind.mediaType(), descriptions.size()));
            descriptions.forEach(
                    description -> text.append("      ").append(description).append('\n'));
        });
        return text.toString();
    }
}
