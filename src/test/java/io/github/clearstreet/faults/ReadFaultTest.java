package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.VirtualPauses;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults of {@link FaultTest} met by reads: those that may pass are tried again, a few times, and no others. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadFaultTest {
    private static final int ATTEMPTS = 4;
    private static final Set<String> MAY_PASS = Set.of(
            "UNKNOWN DROPPED",
            "UNKNOWN TRUNCATED",
            "UNKNOWN 408",
            "REJECTED 429",
            "UNKNOWN 502",
            "UNKNOWN 503",
            "UNKNOWN 504");

    /** Beyond every deadline. */
    private static final String IN_MANY_YEARS = "2099";

    @BeforeAll
    static void warmUp() {
        try (FaultServer server = new FaultServer(GoodAnswer.INSTANCE);
                Caller caller = new Caller(server.uri())) {
            for (Style style : Style.values()) {
                assertThat(caller.ask(style, Read.GET_POSITIONS, Duration.ofSeconds(30)))
                        .isEqualTo("ACCEPTED");
            }
        }
    }

    static Stream<Arguments> quick() {
        return inAllForms(Faults.quick());
    }

    static Stream<Arguments> slow() {
        return inAllForms(Faults.slow());
    }

    private static Stream<Arguments> inAllForms(Stream<Fault> faults) {
        return faults.flatMap(fault -> Variants.of(Reach.values())
                .flatMap(reach -> Variants.of(Read.values())
                        .flatMap(read ->
                                Arrays.stream(Style.values()).map(style -> Arguments.of(fault, reach, read, style)))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @MethodSource("quick")
    void read_whenTheServerFails_isTriedAgainOnlyIfThatMayHelp(Fault fault, Reach reach, Read read, Style style) {
        assertThat(FaultRun.of(fault, reach, read, style)).isEqualTo(expected(fault, reach));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @MethodSource("slow")
    @Execution(ExecutionMode.CONCURRENT)
    void read_whenTheServerIsSlow_arrivesOnceAndEndsByTheDeadline(Fault fault, Reach reach, Read read, Style style) {
        assertThat(FaultRun.of(fault, reach, read, style)).isEqualTo(expected(fault, reach));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void read_whenOnlyOneAttemptIsAllowed_isNotTriedAgain(Style style) {
        try (FaultServer server = new FaultServer((c, r, n) -> c.close());
                Caller caller = new Caller(
                        VirtualPauses.in(Caller.settings(server.uri())).readAttempts(1))) {
            assertThat(caller.ask(style, Read.GET_ORDERS, Duration.ofSeconds(30)))
                    .isEqualTo("UNKNOWN DROPPED");
            assertThat(server.complete()).hasSize(1);
        }
    }

    private static FaultRun expected(Fault fault, Reach reach) {
        boolean again = MAY_PASS.contains(fault.expected()) && !fault.name().contains(IN_MANY_YEARS);
        if (reach == Reach.ALWAYS) {
            int arrivals = again ? ATTEMPTS : 1;
            return new FaultRun(arrivals, 0, 0, fault.expected(), arrivals, fault.expected());
        }
        return new FaultRun(again ? 2 : 1, 0, 0, again ? "ACCEPTED" : fault.expected(), 1, "ACCEPTED");
    }
}
