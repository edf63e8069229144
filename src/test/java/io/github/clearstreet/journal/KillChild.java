package io.github.clearstreet.journal;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.closeout.ClosingMethod;
import io.github.clearstreet.closeout.FlattenOptions;
import io.github.clearstreet.closeout.FlattenReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process that flattens accounts, each on a thread of its own, and may stop at a point of each. Arguments: base URL, key, a
 * directory or the address of a database for the journal, the late-execution window in milliseconds, the way of closing, and for each account {@code
 * ACCOUNT=POINT}, or {@code ACCOUNT=} to go to the end.
 */
final class KillChild {
    private KillChild() {}

    public static void main(String[] args) throws Exception {
        Map<Long, KillPoint> points = new HashMap<>();
        List<Long> accounts = new ArrayList<>();
        ClosingMethod method = ClosingMethod.valueOf(args[4]);
        for (int i = 5; i < args.length; i++) {
            String[] parts = args[i].split("=", -1);
            accounts.add(Long.valueOf(parts[0]));
            if (!parts[1].isEmpty()) {
                points.put(Long.valueOf(parts[0]), KillPoint.valueOf(parts[1]));
            }
        }
        Journal journal = Postgres.isAddress(args[2])
                ? JdbcJournal.over(Postgres.pool(args[2], 4))
                : FileJournal.in(Path.of(args[2]));
        try (ClearStreet clearStreet = ClearStreet.builder()
                .baseUrl(URI.create(args[0]))
                .apiKey(args[1])
                .connectTimeout(Duration.ofSeconds(1))
                .journal(new KillJournal(journal, points))
                .build()) {
            CloseOut closeOut = CloseOut.builder(clearStreet)
                    .lateExecutionWindow(Duration.ofMillis(Long.parseLong(args[3])))
                    .leaseDuration(Duration.ofSeconds(5))
                    .positionLag(Duration.ofMillis(500))
                    .pollInterval(Duration.ofMillis(250), Duration.ofSeconds(1))
                    .requestsPerSecond(200)
                    .build();
            System.out.println("READY");
            List<Thread> threads = new ArrayList<>();
            for (long account : accounts) {
                Thread thread = new Thread(() -> flatten(closeOut, account, method));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void flatten(CloseOut closeOut, long account, ClosingMethod method) {
        FlattenOptions options = FlattenOptions.defaults()
                .withDeadline(Duration.ofMinutes(3))
                .withMethod(method)
                .withFollowing(true);
        FlattenReport report = closeOut.flatten(account, options);
        System.out.println("ENDED " + account + " " + report.stopReason() + " "
                + report.message().replace('\n', ' '));
    }
}
