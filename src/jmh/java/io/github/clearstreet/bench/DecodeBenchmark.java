package io.github.clearstreet.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Makes objects of the JSON of one answer and reads all their fields. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {
    @Param({Contenders.OURS, Contenders.LIMIT, Contenders.STOCK})
    public String contender;

    @Param({"25", "1000"})
    public int orders;

    /** By number, not by the clock: on a busy machine a second of warm-up is not always one of work. */
    private static final int WARM_UP_ORDERS = 500_000;

    private Decoder<?> decoder;

    @Setup
    public void setUp() {
        decoder = new Decoder<>(Contenders.create(contender, "http://localhost:1"), CannedOrders.answer(orders));
        for (int done = 0; done < WARM_UP_ORDERS; done += orders) {
            decoder.decode();
        }
    }

    @Benchmark
    public long decode() {
        return decoder.decode();
    }

    @TearDown
    public void tearDown() {
        decoder.contender().close();
    }

    private record Decoder<T>(Contender<T> contender, byte[] json) {
        long decode() {
            return contender.checksum(contender.decode(json));
        }
    }
}
