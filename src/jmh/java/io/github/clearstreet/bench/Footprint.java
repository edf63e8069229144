package io.github.clearstreet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/**
 * Makes one call whose response is large, in a heap that may be too small for it. Prints how much memory was in use before, and
 * how much the answer holds on to. Started with the serial collector and a small young generation, so that the heap that it needs is
 * hardly more than what is in use at the same time.
 */
public final class Footprint {
    private static final int WARM_UP = 20;

    private Footprint() {}

    public static void main(String[] arguments) {
        try (Contender<?> contender = Contenders.create(arguments[0], arguments[2])) {
            System.out.println(measure(contender, Integer.parseInt(arguments[1])));
        }
        System.exit(0);
    }

    private static <T> String measure(Contender<T> contender, int orders) {
        for (int i = 0; i < WARM_UP; i++) {
            contender.checksum(contender.call(25));
        }
        contender.checksum(contender.call(1_000));
        long before = usedAfterCollection();
        T answer = contender.call(orders);
        long retained = usedAfterCollection() - before;
        return before + " " + retained + " " + contender.checksum(answer);
    }

    private static long usedAfterCollection() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
