package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.clearstreet.api.OrdersApi;
import io.github.clearstreet.internal.http.WorkThread;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Who wants no journal pays nothing for it. */
class CallWithoutJournalTest {
    private static final int CALLS = 10_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void write_withoutAJournal_isNoCall_andAllocatesNothing() {
        CallJournal journal =
                new CallJournal(null, URI.create("https://localhost"), Clock.systemUTC(), Duration.ofSeconds(1));
        ApiCalls.Plan<Object> plan = new ApiCalls.Plan<>(
                OrdersApi.CANCEL_ALL_OPEN_ORDERS,
                OptionalLong.of(19816),
                CallJournal.Subject.ACCOUNT,
                CallOptions.defaults(),
                WorkThread.CALLING,
                null,
                null);
        assertThat(journal.write(plan)).isNull();

        long before = threads.getCurrentThreadAllocatedBytes();
        int written = 0;
        for (int i = 0; i < CALLS; i++) {
            if (journal.write(plan) != null) {
                written++;
            }
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(written).isZero();
        assertThat(allocated).as("bytes for all calls").isLessThan(CALLS);
    }
}
