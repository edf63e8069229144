package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Trigger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The rate of requests that a broker allows is what bounds a close-out of many accounts, so a run must not come to need more
 * of them. The ceilings are a tenth more than was counted.
 */
class RequestsOfARunTest {
    private static final int POSITIONS = 10;

    private static final int WITHOUT_POSITIONS = 8; // counted: 7
    private static final int FILLED_AT_ONCE = 21; // counted: 19
    private static final int FILLED_IN_A_MINUTE = 50; // counted: 45

    private static final String ADVICE = "requests of one run; one more for each account makes closing all accounts so"
            + " much slower. If it is worth it, say why and raise the ceiling";

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flatten_withoutPositions_needsFewRequests() {
        desk.account();

        assertThat(requestsUntilFlat()).as(ADVICE).isLessThanOrEqualTo(WITHOUT_POSITIONS);
    }

    @Test
    void flatten_withPositionsThatFillAtOnce_needsFewRequests() {
        positions(FILLS);

        assertThat(requestsUntilFlat()).as(ADVICE).isLessThanOrEqualTo(FILLED_AT_ONCE);
    }

    @Test
    void flatten_withPositionsThatTakeAMinuteToFill_asksNoMoreThanItsPace() {
        positions(OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(60))));

        assertThat(requestsUntilFlat()).as(ADVICE).isLessThanOrEqualTo(FILLED_IN_A_MINUTE);
    }

    private void positions(OrderBehaviour behaviour) {
        for (int i = 0; i < POSITIONS; i++) {
            desk.account().position("SYM" + i, "25");
        }
        desk.account().behaviour(behaviour);
    }

    private int requestsUntilFlat() {
        assertThat(desk.flatten().flat()).isTrue();
        return desk.sandbox().requests().size();
    }
}
