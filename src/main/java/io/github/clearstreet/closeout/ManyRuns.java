package io.github.clearstreet.closeout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs many accounts on a few threads, turn by turn: every account has its first turn, in which it cancels and closes, before
 * any other is followed further. Who waits keeps no thread from the others.
 */
final class ManyRuns {
    private final int parallel;
    private final LongFunction<FlattenLoop> loop;
    private final Map<Long, FlattenReport> reports = new HashMap<>();
    private final List<Long> fresh = new ArrayList<>();
    private final PriorityQueue<Run> waiting =
            new PriorityQueue<>(Comparator.comparing(run -> run.loop().due()));

    private record Run(long accountId, FlattenLoop loop) {}

    ManyRuns(int parallel, LongFunction<FlattenLoop> loop) {
        this.parallel = parallel;
        this.loop = loop;
    }

    /** Returns when every run has ended. An interrupt stops them all, also those that had no turn yet. */
    FlattenAllReport run(List<Long> accountIds) {
        fresh.addAll(accountIds);
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(1, Math.min(parallel, accountIds.size())), CloseOutTask::thread);
        boolean interrupted = false;
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < Math.min(parallel, accountIds.size()); i++) {
                workers.add(threads.submit(this::work));
            }
            for (Future<?> worker : workers) {
                interrupted |= await(worker, threads);
            }
            return new FlattenAllReport(accountIds.stream().map(reports::get).toList());
        } finally {
            threads.shutdown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean await(Future<?> worker, ExecutorService threads) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.get();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
                threads.shutdownNow();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a run ended without a report, which no run does", e.getCause());
            }
        }
    }

    private void work() {
        for (Run run = next(); run != null; run = next()) {
            Optional<FlattenReport> report = run.loop().turn();
            if (report.isPresent()) {
                end(run, report.get());
            } else {
                putBack(run);
            }
        }
    }

    private synchronized void end(Run run, FlattenReport report) {
        reports.put(run.accountId(), report);
    }

    private synchronized void putBack(Run run) {
        waiting.add(run);
    }

    private synchronized @Nullable Run next() {
        if (fresh.isEmpty()) {
            return waiting.poll();
        }
        long accountId = fresh.remove(0);
        FlattenLoop made = loop.apply(accountId);
        made.begin();
        return new Run(accountId, made);
    }
}
