package io.github.clearstreet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first call of a new JVM, with the JVM's own start, with and without an archive of class data. */
final class ColdPart {
    private static final int STARTS_PER_ROUND = 4;

    private final Arena arena;
    private final ClassPaths classPaths;
    private final Path folder;
    private final int starts;

    ColdPart(Arena arena, ClassPaths classPaths, Path folder, int rounds) {
        this.arena = arena;
        this.classPaths = classPaths;
        this.folder = folder;
        this.starts = rounds * STARTS_PER_ROUND;
    }

    void run(Report report) throws IOException {
        classes(report);
        Figures plain = starts(report, "first call: ", List.of());
        for (String contender : Contenders.ALL) {
            start(contender, List.of("-XX:ArchiveClassesAtExit=" + archive(contender)));
        }
        Figures archived = starts(report, "first call with AppCDS: ", List.of("-XX:SharedArchiveFile=%s"));
        report.atMost("first call: CPU \u00f7 limit", 1.10, plain.ratio(Contenders.OURS, Contenders.LIMIT));
        report.atMost(
                "first call: CPU with AppCDS \u00f7 without",
                0.50,
                archived.of(Contenders.OURS).over(plain.of(Contenders.OURS)));
    }

    private Figures starts(Report report, String what, List<String> options) {
        Figures cpu = new Figures();
        Figures wall = new Figures();
        for (int i = 0; i < starts; i++) {
            for (String contender : Contenders.ALL) {
                List<String> own = new ArrayList<>(options);
                own.replaceAll(option -> String.format(option, archive(contender)));
                long before = System.nanoTime();
                cpu.add(contender, start(contender, own));
                wall.add(contender, System.nanoTime() - before);
            }
        }
        report.figures(what + "CPU", "ms", 1e6, cpu);
        report.figures(what + "wall", "ms", 1e6, wall);
        return cpu;
    }

    private void classes(Report report) throws IOException {
        Figures loaded = new Figures();
        Samples databind = new Samples();
        for (String contender : Contenders.ALL) {
            Path log = folder.resolve(contender + "-classes.log");
            start(contender, List.of("-Xlog:class+load:file=" + log));
            List<String> lines = Files.readAllLines(log);
            loaded.add(
                    contender,
                    lines.stream().filter(line -> line.contains(" source: ")).count());
            if (contender.equals(Contenders.OURS)) {
                databind.add(lines.stream()
                        .filter(line -> line.contains("jackson.databind"))
                        .count());
            }
        }
        report.figures("first call: classes loaded", "", 1, loaded);
        report.atMost("first call: databind classes loaded", 0, databind);
    }

    private Path archive(String contender) {
        return folder.resolve(contender + ".jsa");
    }

    /** CPU nanoseconds until the first answer has been read. */
    private long start(String contender, List<String> options) {
        List<String> all = new ArrayList<>(List.of("-Xlog:disable"));
        all.addAll(options);
        try (Child child = new Child(all, classPaths.toRun(contender), ColdStart.class, contender, arena.baseUrl())) {
            return Long.parseLong(child.read());
        }
    }
}
