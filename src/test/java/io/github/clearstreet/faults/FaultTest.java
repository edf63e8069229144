package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault after arrival, of every change, always and the first time only, blocking and asynchronous. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultTest {
    /** Loads all classes, so that the deadlines of a few hundred milliseconds are met by what they are meant for. */
    @BeforeAll
    static void warmUp() {
        try (FaultServer server = new FaultServer(GoodAnswer.INSTANCE);
                Caller caller = new Caller(server.uri())) {
            for (Style style : Style.values()) {
                assertThat(caller.ask(style, Form.NOTHING_CHOSEN, Duration.ofSeconds(30)))
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
                .flatMap(reach -> Variants.of(Form.values())
                        .flatMap(form ->
                                Arrays.stream(Style.values()).map(style -> Arguments.of(fault, reach, form, style)))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @MethodSource("quick")
    void change_whenTheServerFails_arrivesOnceAndTellsTheOutcome(Fault fault, Reach reach, Form form, Style style) {
        assertThat(FaultRun.of(fault, reach, form, style)).isEqualTo(expected(fault, reach));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @MethodSource("slow")
    @Execution(ExecutionMode.CONCURRENT)
    void change_whenTheServerIsSlow_arrivesOnceAndEndsByTheDeadline(Fault fault, Reach reach, Form form, Style style) {
        assertThat(FaultRun.of(fault, reach, form, style)).isEqualTo(expected(fault, reach));
    }

    private static FaultRun expected(Fault fault, Reach reach) {
        return new FaultRun(1, 0, 0, fault.expected(), 1, reach == Reach.ALWAYS ? fault.expected() : "ACCEPTED");
    }
}
