package io.github.clearstreet.closeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/** Runs many accounts, a few at a time, on threads of its own. */
final class ManyRuns {
    private final int parallel;
    private final LongFunction<FlattenReport> run;

    ManyRuns(int parallel, LongFunction<FlattenReport> run) {
        this.parallel = parallel;
        this.run = run;
    }

    /** Returns when every run has ended. An interrupt stops them all, also those that had no turn yet. */
    FlattenAllReport run(List<Long> accountIds) {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(parallel, accountIds.size())), CloseOutThreads::create);
        boolean interrupted = false;
        try {
            List<CloseOutTask<FlattenReport>> tasks = accountIds.stream()
                    .map(account -> CloseOutTask.start(threads, () -> run.apply(account)))
                    .toList();
            List<FlattenReport> reports = new ArrayList<>();
            while (reports.size() < tasks.size()) {
                try {
                    reports.add(tasks.get(reports.size()).result().get());
                } catch (InterruptedException e) {
                    interrupted = true;
                    tasks.forEach(CloseOutTask::stop);
                }
            }
            return new FlattenAllReport(reports);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run ended without a report, which no run does", e.getCause());
        } finally {
            threads.shutdown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
