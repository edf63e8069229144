package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.clearstreet.ClearStreet;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Clients that are opened, used and closed leave nothing behind. From JDK 21 on that is so at once; before, java.net.http
 * lets its threads go after a garbage collection, which is asked for here. {@code -Dopened.clients=300} tries as many.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpenAndCloseTest {
    private static final int CLIENTS = Integer.getInteger("opened.clients", 30);
    /** What other tests may begin meanwhile. */
    private static final int OTHERS = 10;

    @Test
    void close_ofManyClients_leavesNoThreadsAndNoDescriptors() {
        try (FaultServer server = new FaultServer(GoodAnswer.INSTANCE)) {
            use(server);
            long threads = selectors();
            long descriptors = descriptors();
            for (int i = 0; i < CLIENTS; i++) {
                use(server);
            }

            assertThat(settled(OpenAndCloseTest::selectors, threads + OTHERS)).isLessThanOrEqualTo(threads + OTHERS);
            assertThat(settled(OpenAndCloseTest::descriptors, descriptors + 3L * OTHERS))
                    .isLessThanOrEqualTo(descriptors + 3L * OTHERS);
        }
    }

    private static void use(FaultServer server) {
        try (ClearStreet client = Caller.settings(server.uri()).build()) {
            client.positions().closePositions(19816);
            client.positions().getPositions(19816);
        }
    }

    private static long settled(LongSupplier count, long wanted) {
        boolean isJdk17 = Runtime.version().feature() < 21;
        for (int i = 0; i < 600 && count.getAsLong() > wanted; i++) {
            if (isJdk17) {
                System.gc();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return count.getAsLong();
    }

    private static long selectors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SelectorManager")
                        || thread.getName().startsWith("clearstreet-"))
                .count();
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
