package io.github.clearstreet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Prints how much memory the answer of a call holds on to, and the most that was in use from the request to the last decoded order.
 * It needs a JVM with the serial collector and a young generation of a megabyte, so that garbage counts for no more than
 * that.
 */
public final class Footprint {
    private static final int WARM_UP = 20;

    private Footprint() {}

    public static void main(String[] arguments) {
        int orders = Integer.parseInt(arguments[1]);
        try (Contender<?> contender = Contenders.create(arguments[0], arguments[2])) {
            System.out.println(measure(contender, orders));
        }
        System.exit(0);
    }

    private static <T> String measure(Contender<T> contender, int orders) {
        for (int i = 0; i < WARM_UP; i++) {
            contender.checksum(contender.call(25));
        }
        contender.checksum(contender.call(1_000));
        int size = CannedOrders.answer(orders).length;
        long before = usedAfterCollection();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        T answer = contender.call(orders);
        long peak = pools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        long retained = usedAfterCollection() - before;
        long sum = contender.checksum(answer);
        return size + " " + retained + " " + (peak - before) + " " + sum;
    }

    private static long usedAfterCollection() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
