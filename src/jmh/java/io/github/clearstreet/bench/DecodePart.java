package io.github.clearstreet.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** CPU time and allocation of decoding, by JMH; one new JVM for each contender in each round. */
final class DecodePart {
    private static final List<Integer> SIZES = List.of(25, 1_000);
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final int rounds;

    DecodePart(int rounds) {
        this.rounds = rounds;
    }

    void run(Report report) throws RunnerException {
        for (int orders : SIZES) {
            Figures cpu = new Figures();
            Figures allocated = new Figures();
            for (int round = 0; round < rounds; round++) {
                for (String contender : Contenders.ALL) {
                    Map<String, Result> results = measure(contender, orders);
                    cpu.add(contender, results.get(CpuProfiler.LABEL).getScore());
                    allocated.add(contender, results.get(ALLOCATED).getScore());
                }
            }
            String what = "decode " + orders + " orders: ";
            report.figures(what + "CPU of an order", "ns", orders, cpu);
            report.figures(what + "allocated for an order", "bytes", orders, allocated);
            report.atMost(what + "CPU \u00f7 limit", 0.87, cpu.ratio(Contenders.OURS, Contenders.LIMIT));
            report.atMost(what + "allocation \u00f7 limit", 1.15, allocated.ratio(Contenders.OURS, Contenders.LIMIT));
            report.atLeast(what + "CPU of stock \u00f7 ours", 2.5, cpu.ratio(Contenders.STOCK, Contenders.OURS));
            report.atLeast(
                    what + "allocation of stock \u00f7 ours", 5, allocated.ratio(Contenders.STOCK, Contenders.OURS));
        }
    }

    @SuppressWarnings("rawtypes") // JMH's own signature.
    private static Map<String, Result> measure(String contender, int orders) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(DecodeBenchmark.class.getSimpleName())
                .param("contender", contender)
                .param("orders", Integer.toString(orders))
                .forks(1)
                .warmupIterations(4)
                .measurementIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        return results.iterator().next().getSecondaryResults();
    }
}
