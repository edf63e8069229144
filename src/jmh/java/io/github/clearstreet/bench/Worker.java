package io.github.clearstreet.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps one contender warm in a JVM of its own and measures it on demand, so that the contenders take turns although none
 * disturbs what the compiler has learnt about another.
 *
 * <p>Each line read is a task; each line written is its result.
 */
public final class Worker<T> {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Contender<T> contender;

    private Worker(Contender<T> contender) {
        this.contender = contender;
    }

    public static void main(String[] arguments) throws Exception {
        try (Contender<?> contender = Contenders.create(arguments[0], arguments[1])) {
            new Worker<>(contender).serve();
        }
        System.exit(0);
    }

    private void serve() throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] task = line.split(" ");
            System.out.println(run(task[0], Integer.parseInt(task[1]), Integer.parseInt(task[2])));
        }
    }

    private String run(String task, int orders, int times) throws Exception {
        return switch (task) {
            case "checksum" -> checksums(orders);
            case "decode" -> decode(orders, times);
            case "call" -> call(orders, times);
            case "crowd" -> crowd(orders, times);
            default -> throw new IllegalArgumentException(task);
        };
    }

    /** The sums of the same answer, decoded from memory and got by a call. */
    private String checksums(int orders) {
        return contender.checksum(contender.decode(CannedOrders.answer(orders))) + " "
                + contender.checksum(contender.call(orders));
    }

    /** CPU nanoseconds and allocated bytes of one decoding, on this thread. */
    private String decode(int orders, int times) {
        byte[] json = CannedOrders.answer(orders);
        long sum = 0;
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            sum += contender.checksum(contender.decode(json));
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        return nanos / times + " " + bytes / times + " " + sum;
    }

    /** CPU nanoseconds and allocated bytes of this whole process for one call, made from eight threads at once. */
    private String call(int orders, int times) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        LongAdder byCallers = new LongAdder();
        long bytes = allocatedByLiveThreads();
        long nanos = PROCESS.getProcessCpuTime();
        for (int i = 0; i < Bench.CALLING_THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (int done = 0; done < times; done++) {
                    contender.checksum(contender.call(orders));
                }
                byCallers.add(THREADS.getCurrentThreadAllocatedBytes());
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        nanos = PROCESS.getProcessCpuTime() - nanos;
        bytes = allocatedByLiveThreads() - bytes + byCallers.sum();
        long calls = (long) times * Bench.CALLING_THREADS;
        return nanos / calls + " " + bytes / calls;
    }

    private static long allocatedByLiveThreads() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** CPU nanoseconds of one call, and the most threads alive, with a thousand calls in flight each time. */
    private String crowd(int orders, int times) {
        THREADS.resetPeakThreadCount();
        long nanos = PROCESS.getProcessCpuTime();
        for (int i = 0; i < times; i++) {
            List<CompletableFuture<Long>> calls = new ArrayList<>();
            for (int call = 0; call < CannedServer.CROWD; call++) {
                calls.add(contender.callAsync(orders).thenApply(contender::checksum));
            }
            calls.forEach(CompletableFuture::join);
        }
        nanos = PROCESS.getProcessCpuTime() - nanos;
        return nanos / times / CannedServer.CROWD + " " + THREADS.getPeakThreadCount();
    }
}
