package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.CallOptions;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.model.Order;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Responses as large as they may be, of the elements that cost most. {@code -Dlarge.all=true} tries all of them and prints
 * what each holds, {@code -Dlarge.peak=4} within four times its size; ordinarily the worst are tried.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeResponseTest {
    private static final int SIZE = 64 << 20;
    private static final int PEAK = Integer.getInteger("large.peak", 6);
    private static final double HELD = 4;
    private static final String HEAD = "{\"metadata\":{\"request_id\":\"1\"},\"data\":[";
    private static final List<String> WORST = List.of("{}", "{\"account_id\":1000}");
    private static final List<String> OTHERS = List.of(
            "1",
            "[]",
            "null",
            "{\"x\":1}",
            "{\"id\":\"1\"}",
            "{\"status\":\"a\"}",
            "{\"quantity\":[]}",
            "{\"limit_price\":null}",
            "{\"details\":[\"a\",1]}",
            "{\"a\":{\"b\":{\"c\":{}}}}",
            "{\"quantity\":\"12345678901234567890.5\"}",
            "{\"x\":1,\"id\":\"1\",\"x\":2,\"id\":\"2\",\"y\":null}",
            "{\"id\":\"1\",\"symbol\":\"A\",\"side\":\"BUY\",\"quantity\":\"1\",\"status\":\"NEW\",\"venue\":\"v\"}");

    /** In a JVM whose whole heap is six times the response: one that took more would end it. */
    @Test
    void closePositions_whenTheResponseIsAsLargeAsItMayBe_takesSixTimesAndHoldsFourTimesItsSize()
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        // And what the server and the JVM hold themselves.
                        "-Xmx" + (PEAK * (SIZE >> 20) + 32) + "m",
                        // One space for what lives and what is new: by default a third would be kept free for the new.
                        "-Xmn16m",
                        "-Dlarge.all=" + Boolean.getBoolean("large.all"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeResponseTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(said).isZero();
        if (Boolean.getBoolean("large.all")) {
            System.out.println(said);
        }
    }

    /** Run by the test. */
    public static void main(String[] arguments) {
        Map<String, Double> held = new LinkedHashMap<>();
        WORST.forEach(element -> held.put(element, heldOrMore(element)));
        if (Boolean.getBoolean("large.all")) {
            OTHERS.forEach(element -> held.put(element, heldOrMore(element)));
        }
        held.forEach((element, times) -> System.out.printf("%5.2f times its size: %s%n", times, element));
        System.exit(held.values().stream().allMatch(times -> times <= HELD) ? 0 : 1);
    }

    /** Infinite if there was not enough memory. */
    private static double heldOrMore(String element) {
        try {
            return held(element);
        } catch (ClearStreetException | OutOfMemoryError e) {
            System.out.println(element + ": " + e);
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double held(String element) {
        int count = (SIZE - HEAD.length() - 2 - element.length()) / (element.length() + 1);
        try (FaultServer server = new FaultServer((c, r, n) -> send(c, element, count, 0));
                ClearStreet client = Caller.settings(server.uri())
                        .maxResponseBytes(SIZE)
                        .deadline(Duration.ofMinutes(2))
                        .build()) {
            long before = used();
            ApiResponse<List<Order>> response = client.positions().closePositions(Caller.ACCOUNT);
            double times = (double) (used() - before) / SIZE;
            if (response.data().size() != count + 1) {
                throw new AssertionError(element + ": " + response.data().size());
            }
            return times;
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The last byte comes late: then there is no time left to read what it completes. */
    private static void send(Connection c, String element, int count, long lateMillis) throws IOException {
        int block = 10_000;
        String many = (element + ",").repeat(block);
        long length = HEAD.length() + (long) count * (element.length() + 1) + element.length() + 2;
        c.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + HEAD);
        c.repeat(count / block, many);
        c.send(many.substring(0, count % block * (element.length() + 1)) + element + "]");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(lateMillis));
        c.send("}");
    }

    @Test
    void closePositions_whenTheResponseIsStillReadAtTheDeadline_endsThere() {
        Duration deadline = Duration.ofSeconds(2);
        long begun = System.nanoTime();
        try (FaultServer server = new FaultServer((c, r, n) -> {
                    long gone = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                    send(c, "{\"id\":\"1\",\"x\":[1]}", 1_000_000, Math.max(0, deadline.toMillis() - gone - 20));
                });
                ClearStreet client =
                        Caller.settings(server.uri()).maxResponseBytes(SIZE).build()) {
            assertThatThrownBy(() -> client.positions()
                            .withOptions(CallOptions.defaults().withDeadline(deadline))
                            .closePositions(Caller.ACCOUNT))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("the deadline passed");
            assertThat(server.complete()).hasSize(1);
        }
    }
}
