package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static io.github.clearstreet.sandbox.PositionChange.Cause.API_ORDER;
import static io.github.clearstreet.sandbox.PositionChange.Cause.TEST;
import static io.github.clearstreet.sandbox.PositionChange.Cause.TEST_ORDER;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PositionChangeTest {
    private static final Instant START = Instant.parse("2025-10-03T14:01:15Z");
    private final VirtualClock clock = VirtualClock.at(START);

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT);

    @Test
    void journal_saysWhenWhatAndWhoseItWas() throws Exception {
        account.position("GOOG", "25").openOrder(OrderTicket.buy("GOOG", "5"));
        caller.close();
        clock.advance(ofSeconds(1));
        String bought = account.orders().get(0).id();
        String closing = account.orders().get(1).id();

        account.fill(bought).fill(closing, "10", "99");

        assertThat(account.positionChanges())
                .containsExactly(
                        change(START, "25", "0", "25", TEST, Optional.empty()),
                        change(START.plusSeconds(1), "5", "25", "30", TEST_ORDER, Optional.of(bought)),
                        change(START.plusSeconds(1), "-10", "30", "20", API_ORDER, Optional.of(closing)));
        assertThat(account.fills()).extracting(PositionChange::cause).containsExactly(TEST_ORDER, API_ORDER);
        assertThat(account.orders()).extracting(SandboxOrder::createdThroughApi).containsExactly(false, true);
    }

    @Test
    void journal_isInTheOrderOfTime_acrossOrders() throws Exception {
        account.position("GOOG", "25")
                .openOrder(
                        OrderTicket.sell("GOOG", "10"),
                        OrderBehaviour.rests()
                                .fills("4", Trigger.elapsed(ofSeconds(1)))
                                .fills(Trigger.elapsed(ofSeconds(9))))
                .openOrder(OrderTicket.buy("GOOG", "3"), OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(5))));

        clock.advance(ofSeconds(60));

        assertThat(account.fills())
                .extracting(fill -> fill.quantity().toPlainString())
                .containsExactly("-4", "3", "-6");
        assertThat(account.fills()).extracting(PositionChange::at).isSorted();
    }

    @Test
    void crossesZero_isTrueOnlyAcross() throws Exception {
        account.position("GOOG", "5")
                .position("GOOG", "-5")
                .position("GOOG", "0")
                .position("GOOG", "3");

        assertThat(account.positionChanges())
                .extracting(PositionChange::crossesZero)
                .containsExactly(false, true, false, false);
    }

    private static PositionChange change(
            Instant at,
            String quantity,
            String before,
            String after,
            PositionChange.Cause cause,
            Optional<String> orderId) {
        return new PositionChange(
                at, "GOOG", new BigDecimal(quantity), new BigDecimal(before), new BigDecimal(after), cause, orderId);
    }
}
