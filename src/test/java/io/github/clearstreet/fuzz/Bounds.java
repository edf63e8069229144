package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What one input may cost the thread that reads it: memory in each build, and in a campaign also a second of its time at
 * most, which is the thread's own and not that of a busy machine.
 */
public final class Bounds {
    /** For what a first call loads, a whole client or command among it; and for each byte, or character, of the input. */
    private static final long BYTES = 32L << 20;

    private static final long BYTES_FOR_EACH = 200;
    private static final boolean CAMPAIGN = System.getenv("JAZZER_FUZZ") != null;

    /** How often a reading is done for one input. */
    static final int TIMES = CAMPAIGN ? 2 : 1;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    public static void check(int inputLength, Runnable reading) {
        check(inputLength, () -> {
            reading.run();
            return true;
        });
    }

    public static <T> T check(int inputLength, Supplier<T> reading) {
        if (CAMPAIGN) {
            var unused = reading.get(); // Jazzer rewrites the classes that it loads, on this thread
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        try {
            return reading.get();
        } finally {
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            long took = THREADS.getCurrentThreadCpuTime() - nanos;
            assertThat(allocated).as("bytes").isLessThan(BYTES + BYTES_FOR_EACH * inputLength);
            if (CAMPAIGN) {
                assertThat(took).as("ns").isLessThan(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }
}
