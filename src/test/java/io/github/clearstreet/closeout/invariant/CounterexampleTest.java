package io.github.clearstreet.closeout.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.closeout.ClosingMethod;
import io.github.clearstreet.closeout.StopReason;
import io.github.clearstreet.closeout.invariant.OrderPlan.Cancelling;
import io.github.clearstreet.closeout.invariant.OrderPlan.Course;
import io.github.clearstreet.closeout.invariant.Trouble.Execution;
import io.github.clearstreet.closeout.invariant.Trouble.How;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scripts that broke an invariant once, as small as they got. */
class CounterexampleTest {
    private static final Due NEXT = new Due(Due.Unit.AFTER_THE_ANSWER, 0);
    private static final OrderPlan FILLS = new OrderPlan(Course.FILLS, 1, NEXT, Cancelling.AT_THE_NEXT_LOOK, NEXT);
    private static final Held GOOG = new Held(Instrument.GOOG, 1, List.of(FILLS));

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void flatten_whenTheLookBeforeACloseIsSlow_doesNotCloseWithoutTimeToLearnTheOutcome() {
        Trouble slow = new Trouble(CallKind.READ_ORDERS, 2, How.SLOW, Execution.FIRST, 6);

        Evidence run = stage.play(new Script(
                        List.of(GOOG),
                        List.of(),
                        List.of(slow),
                        ClosingMethod.BROKER,
                        Server.KIND,
                        Company.NONE,
                        true,
                        1,
                        15,
                        100))
                .get(0);

        assertThat(Invariant.allViolations(run)).isEmpty();
        assertThat(run.arrivals(CallKind.CLOSE)).isEmpty();
        assertThat(run.reported().stopReason()).isEqualTo(StopReason.DEADLINE);
    }
}
