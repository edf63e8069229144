package io.github.clearstreet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.model.OrderListResponse;
import io.github.clearstreet.runtime.json.Codec;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Guards the memory that reading an answer allocates. Bytes, unlike times, are the same on every machine. */
class DecodeAllocationTest {
    private static final int ORDERS = 1_000;
    private static final int REPETITIONS = 10;

    /** A tenth more than the 710 bytes that were measured on JDK 17; nearly all of them is the order itself. */
    private static final long CEILING = 781;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Codec<OrderListResponse> codec = ModelCodecs.of(OrderListResponse.class);
    private final byte[] json = CannedOrders.answer(ORDERS);

    @Test
    void decodingAnOrder_allocatesHardlyMoreThanTheOrderItself() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            least = Math.min(least, allocatedForAnOrder());
        }
        assertThat(least)
                .as("bytes allocated for one order. More than the ceiling: find the new garbage with ./mvnw -Pbench"
                        + " -Dbench.parts=decode, and remove it; or, if it is worth it, say why and raise the ceiling")
                .isBetween(CEILING / 2, CEILING);
    }

    private long allocatedForAnOrder() {
        long before = threads.getCurrentThreadAllocatedBytes();
        OrderListResponse answer = codec.read(json);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(answer.data()).hasSize(ORDERS);
        return allocated / ORDERS;
    }
}
