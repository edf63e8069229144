package io.github.clearstreet.bench;

import java.util.List;

/** Memory of a decoded answer, time against size, and what a user has on the class path. */
final class MemoryPart {
    private static final int ORDERS = 10_000;
    private static final List<Integer> SIZES = List.of(1, 25, 1_000, 10_000, 100_000);
    private static final int ORDERS_PER_ROUND = 200_000;
    /** Between these, in kilobytes, is the smallest heap in which a call succeeds. */
    private static final int TOO_SMALL = 6_000;

    private static final int LARGE_ENOUGH = 64_000;
    private static final int STEP = 250;

    private final Arena arena;
    private final ClassPaths classPaths;
    private final int rounds;

    MemoryPart(Arena arena, ClassPaths classPaths, int rounds) {
        this.arena = arena;
        this.classPaths = classPaths;
        this.rounds = rounds;
    }

    void run(Report report) {
        footprint(report);
        linearity(report);
        classPath(report);
    }

    private void footprint(Report report) {
        double size = CannedOrders.answer(ORDERS).length;
        Figures held = new Figures();
        Figures peak = new Figures();
        for (String contender : Contenders.ALL) {
            long[] bytes = footprint(contender, LARGE_ENOUGH);
            held.add(contender, bytes[1] / size);
            peak.add(contender, (smallestHeap(contender) - bytes[0]) / size);
        }
        report.figures("10,000 orders: memory held \u00f7 size of the JSON", "", 1, held);
        report.figures("10,000 orders: smallest heap of a call \u00f7 size of the JSON", "", 1, peak);
        report.atMost("10,000 orders: memory held \u00f7 size of the JSON", 1.15, held.of(Contenders.OURS));
        report.atMost("10,000 orders: smallest heap of a call \u00f7 size of the JSON", 1.35, peak.of(Contenders.OURS));
    }

    /** Bytes, with those in use before the call. */
    private double smallestHeap(String contender) {
        int tooSmall = TOO_SMALL;
        int enough = LARGE_ENOUGH;
        while (enough - tooSmall > STEP) {
            int heap = (enough + tooSmall) / 2;
            if (footprint(contender, heap).length > 0) {
                enough = heap;
            } else {
                tooSmall = heap;
            }
        }
        return enough * 1024.0;
    }

    /** Empty if the heap was too small. */
    private long[] footprint(String contender, int heap) {
        List<String> options = List.of(
                "-XX:+UseSerialGC",
                "-Xms" + heap + "k",
                "-Xmx" + heap + "k",
                "-Xmn512k",
                "-XX:MarkSweepAlwaysCompactCount=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable");
        try (Child child = new Child(
                options,
                classPaths.toRun(contender),
                Footprint.class,
                contender,
                Integer.toString(ORDERS),
                arena.baseUrl())) {
            return child.readUnlessDead().map(Arena::numbers).orElse(new long[0]);
        }
    }

    private void linearity(Report report) {
        Samples first = new Samples();
        Samples last = new Samples();
        for (int orders : SIZES) {
            Figures cpu = new Figures();
            for (int round = -1; round < rounds; round++) {
                for (String contender : Contenders.ALL) {
                    long[] result = arena.ask(contender, "decode", orders, Math.max(1, ORDERS_PER_ROUND / orders));
                    if (round >= 0) {
                        cpu.add(contender, (double) result[0] / orders);
                    }
                }
            }
            report.figures("decode " + orders + " in a row: CPU of an order", "ns", 1, cpu);
            Samples ours = cpu.of(Contenders.OURS);
            if (orders == 1_000) {
                first = ours;
            }
            last = ours;
        }
        report.atMost("CPU of an order among 100,000 \u00f7 among 1,000", 1.5, last.over(first));
    }

    private void classPath(Report report) {
        Figures jars = new Figures();
        Figures bytes = new Figures();
        for (String contender : Contenders.ALL) {
            jars.add(contender, classPaths.jars(contender).size());
            bytes.add(contender, classPaths.bytes(contender) / 1e6);
        }
        report.figures("class path: jars", "", 1, jars);
        report.figures("class path: size", "MB", 1, bytes);
        report.atMost("class path: jars", 6, jars.of(Contenders.OURS));
        report.atMost("class path: MB", 1.6, bytes.of(Contenders.OURS));
    }
}
