package io.github.clearstreet.bench;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.FlattenAllReport;
import io.github.clearstreet.closeout.FlattenOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** Many accounts flattened at once, against what the allowed rate of requests permits. */
final class CloseOutPart {
    private static final int ACCOUNTS = 200;
    private static final int POSITIONS = 50;
    private static final int REQUESTS_PER_SECOND = 100;

    /**
     * The fewest with which a run can know that an account is flat: orders, fills and positions before; the close; orders,
     * fills and positions after; and positions once more, since one read proves nothing.
     */
    private static final int FEWEST_REQUESTS = 8;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ClassPaths classPaths;
    private final int rounds;

    CloseOutPart(ClassPaths classPaths, int rounds) {
        this.classPaths = classPaths;
        this.rounds = rounds;
    }

    void run(Report report) {
        Figures seconds = new Figures();
        Figures requests = new Figures();
        Figures threads = new Figures();
        Samples bound = new Samples();
        Samples fewest = new Samples();
        for (int round = 0; round < rounds; round++) {
            try (Child desk = new Child(
                    List.of("-Xmx512m"),
                    classPaths.toRunWithSandbox(),
                    DeskServer.class,
                    Integer.toString(ACCOUNTS),
                    Integer.toString(POSITIONS))) {
                String[] address = desk.read().split(" ");
                THREADS.resetPeakThreadCount();
                long before = THREADS.getThreadCount();
                long nanos = flatten(URI.create(address[0]), address[1]);
                long sent = Long.parseLong(desk.ask("requests"));
                seconds.add(Contenders.OURS, nanos);
                requests.add(Contenders.OURS, (double) sent / ACCOUNTS);
                threads.add(Contenders.OURS, THREADS.getPeakThreadCount() - before);
                bound.add(nanos / (sent * 1e9 / REQUESTS_PER_SECOND));
                fewest.add((double) sent / ACCOUNTS / FEWEST_REQUESTS);
            }
        }
        String what = ACCOUNTS + " accounts of " + POSITIONS + " positions: ";
        report.figures(what + "time to flat", "s", 1e9, seconds);
        report.figures(what + "requests for each", "", 1, requests);
        report.figures(what + "threads", "", 1, threads);
        report.atMost(what + "time \u00f7 requests sent at the allowed rate", 1.15, bound);
        report.atMost(what + "requests \u00f7 fewest possible", 1.15, fewest);
    }

    private static long flatten(URI baseUrl, String apiKey) {
        try (ClearStreet clearStreet =
                ClearStreet.builder().baseUrl(baseUrl).apiKey(apiKey).build()) {
            CloseOut closeOut = CloseOut.builder(clearStreet)
                    .requestsPerSecond(REQUESTS_PER_SECOND)
                    .parallelAccounts(ACCOUNTS)
                    .build();
            List<Long> accounts = LongStream.range(0, ACCOUNTS)
                    .mapToObj(i -> DeskServer.FIRST_ACCOUNT + i)
                    .toList();
            long start = System.nanoTime();
            FlattenAllReport report =
                    closeOut.flattenAll(accounts, FlattenOptions.defaults().withDeadline(Duration.ofMinutes(5)));
            long nanos = System.nanoTime() - start;
            if (!report.flat()) {
                throw new IllegalStateException("not flat, so nothing was measured: " + report);
            }
            return nanos;
        }
    }
}
