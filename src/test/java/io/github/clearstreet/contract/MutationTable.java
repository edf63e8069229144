package io.github.clearstreet.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collector;

/** What the contract says of each changed provider, as text. Variants with one verdict share a line. */
final class MutationTable {
    private final List<Verdict> verdicts;

    MutationTable(List<Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    /** @param failed which interactions failed; none if the provider still keeps the contract */
    record Verdict(Mutation mutation, List<String> failed) {
        boolean isCaught() {
            return !failed.isEmpty();
        }

        boolean isRight() {
            return mutation.hurts() == isCaught();
        }

        private String line() {
            return String.format("  %-7s  %s", isCaught() ? "caught" : "allowed", mutation.name())
                    + (isRight() ? "" : "  <- WRONG");
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Mutations of the provider: caught or allowed by the contract\n");
        verdicts.stream()
                .collect(groupingBy(Verdict::line, TreeMap::new, joiningVariants()))
                .forEach((line, variants) -> text.append(line)
                        .append(variants.isEmpty() ? "" : ": " + variants)
                        .append('\n'));
        long caught = verdicts.stream().filter(Verdict::isCaught).count();
        return text.append(String.format("  %d caught, %d allowed%n", caught, verdicts.size() - caught))
                .toString();
    }

    private static Collector<Verdict, ?, String> joiningVariants() {
        return mapping(verdict -> verdict.mutation().variant(), joining(", "));
    }
}
