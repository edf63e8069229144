package io.github.clearstreet.bench;

/** CPU time of whole calls over loopback: from eight threads, and with a thousand in flight. */
final class CallPart {
    private static final int WARM_UP = 2;
    private static final int CROWD_ORDERS = 25;

    private final Arena arena;
    private final int rounds;

    CallPart(Arena arena, int rounds) {
        this.arena = arena;
        this.rounds = rounds;
    }

    void run(Report report) {
        threads(report, 25, 2_000, 1.0);
        threads(report, 1_000, 60, 0.95);
        crowd(report);
    }

    private void threads(Report report, int orders, int times, double target) {
        Figures cpu = new Figures();
        Figures allocated = new Figures();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (String contender : Contenders.CALLING) {
                long[] result = arena.ask(contender, "call", orders, times);
                if (round >= 0) {
                    cpu.add(contender, result[0]);
                    allocated.add(contender, result[1]);
                }
            }
        }
        String what = "call, 8 threads, " + orders + " orders: ";
        report.figures(what + "CPU", "\u00b5s", 1_000, cpu);
        report.figures(what + "allocated", "KB", 1_000, allocated);
        report.atMost(what + "CPU \u00f7 limit", target, cpu.ratio(Contenders.OURS, Contenders.LIMIT));
        report.atMost(what + "allocation \u00f7 limit", 0.8, allocated.ratio(Contenders.OURS, Contenders.LIMIT));
    }

    private void crowd(Report report) {
        Figures cpu = new Figures();
        Figures threads = new Figures();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (String contender : Contenders.ALL) {
                long[] result = arena.askCrowd(contender, CROWD_ORDERS, 10);
                if (round >= 0) {
                    cpu.add(contender, result[0]);
                    threads.add(contender, result[1]);
                }
            }
        }
        String what = "1,000 calls in flight: ";
        report.figures(what + "CPU of a call", "\u00b5s", 1_000, cpu);
        report.figures(what + "most threads alive", "", 1, threads);
        report.atMost(what + "CPU \u00f7 limit", 1.2, cpu.ratio(Contenders.OURS, Contenders.LIMIT));
        report.atMost(what + "threads alive", 50, threads.of(Contenders.OURS));
    }
}
