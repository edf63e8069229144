package io.github.clearstreet.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what was measured: for each fault and DELETE, the arrivals per call and what the caller was told. */
public final class FaultTable {
    private FaultTable() {}

    /** Takes part of a fault's name, to measure fewer. */
    public static void main(String[] args) {
        Form[] forms = Form.values();
        System.out.println("| fault | arrivals: " + join(forms, Form::name) + " | told |");
        System.out.println("|---|" + join(forms, form -> "---") + "|---|");
        Faults.all()
                .filter(fault -> Arrays.stream(args).allMatch(fault.toString()::contains))
                .map(FaultTable::row)
                .forEach(System.out::println);
    }

    private static String join(Form[] forms, Function<Form, String> text) {
        return Arrays.stream(forms).map(text).collect(Collectors.joining(" | "));
    }

    private static String row(Fault fault) {
        TreeSet<String> told = new TreeSet<>();
        String arrivals = Arrays.stream(Form.values())
                .map(form -> runs(fault, form)
                        .peek(run -> told.add(run.told()))
                        .map(run -> run.arrivals() + (run.partial() == 0 ? "" : " and a part"))
                        .distinct()
                        .collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(" | "));
        return String.format(Locale.ROOT, "| %s | %s | %s |", fault, arrivals, String.join(" or ", told));
    }

    private static Stream<FaultRun> runs(Fault fault, Form form) {
        return Arrays.stream(Reach.values())
                .flatMap(reach -> Arrays.stream(Style.values()).map(style -> FaultRun.of(fault, reach, form, style)));
    }
}
