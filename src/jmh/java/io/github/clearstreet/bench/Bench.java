package io.github.clearstreet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Measures all contenders and prints the tables. Started by {@code ./mvnw -Pbench}. */
public final class Bench {
    static final int CALLING_THREADS = 8;

    private Bench() {}

    /**
     * @param arguments the jar of this benchmark; parts to run, separated by commas, or all; number of rounds
     */
    public static void main(String[] arguments) throws Exception {
        Path bench = Path.of(arguments[0]);
        ClassPaths classPaths = new ClassPaths(bench);
        Set<String> parts = arguments[1].equals("all")
                ? Set.of("decode", "call", "cold", "memory", "closeout", "journal")
                : Set.of(arguments[1].split(","));
        int rounds = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory(bench.toAbsolutePath().getParent(), "run");
        Report report = new Report();
        try (Arena arena = new Arena(classPaths)) {
            arena.verify();
            if (parts.contains("decode")) {
                new DecodePart(rounds).run(report);
            }
            if (parts.contains("call")) {
                new CallPart(arena, rounds).run(report);
            }
            if (parts.contains("cold")) {
                new ColdPart(arena, classPaths, folder, rounds).run(report);
            }
            if (parts.contains("memory")) {
                new MemoryPart(arena, classPaths, rounds).run(report);
            }
            if (parts.contains("closeout")) {
                new CloseOutPart(classPaths, rounds).run(report);
            }
            if (parts.contains("journal")) {
                new JournalPart(folder).run(report);
            }
        }
        report.print();
        System.exit(0);
    }
}
