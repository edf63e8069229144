package io.github.clearstreet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects figures and compares them with targets; prints both as Markdown. */
final class Report {
    private final List<String> targets =
            new ArrayList<>(List.of("| target | wanted | measured | |", "|---|---|---|---|"));
    private final List<String> others = new ArrayList<>();
    private final List<String> figures = new ArrayList<>(List.of(
            "| quantity | unit | ours | limit | stock | transport | socket |", "|---|---|---|---|---|---|---|"));

    /** Adds a line of a table that compares no contenders. */
    void table(String line) {
        others.add(line);
    }

    /** Adds the medians of all contenders, in a unit that is so many times the one that was measured. */
    void figures(String quantity, String unit, double inUnit, Figures measured) {
        StringBuilder row = new StringBuilder("| " + quantity + " | " + unit + " |");
        for (String contender : Contenders.CALLING) {
            Samples samples = measured.of(contender);
            row.append(' ')
                    .append(samples == null ? "" : number(samples.median() / inUnit))
                    .append(" |");
        }
        figures.add(row.toString());
    }

    void atMost(String target, double most, Samples measured) {
        target(target, "\u2264 " + number(most), measured, measured.median() <= most);
    }

    void atLeast(String target, double least, Samples measured) {
        target(target, "\u2265 " + number(least), measured, measured.median() >= least);
    }

    private void target(String target, String wanted, Samples measured, boolean met) {
        String spread = number(measured.min()) + " \u2026 " + number(measured.max());
        targets.add("| " + target + " | " + wanted + " | " + number(measured.median())
                + (measured.min() == measured.max() ? "" : " (" + spread + ")") + " | " + (met ? "met" : "**not met**")
                + " |");
    }

    void print() {
        System.out.println();
        targets.forEach(System.out::println);
        System.out.println();
        figures.forEach(System.out::println);
        System.out.println();
        others.forEach(System.out::println);
    }

    private static String number(double value) {
        return value == Math.rint(value) && value < 1_000_000
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 1_000 ? "%.1f" : "%.0f", value);
    }
}
