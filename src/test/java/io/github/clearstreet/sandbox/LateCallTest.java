package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.ACCOUNT;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LateCallTest {
    private static final Instant START = Instant.parse("2025-10-03T14:01:15Z");
    private final VirtualClock clock = VirtualClock.at(START);

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);
    private final SandboxAccount account = sandbox.account(ACCOUNT).position("GOOG", "25");

    @Test
    void drop_executingLater_createsTheOrdersWhenTheClockReachesTheTime() {
        sandbox.nextCall(Fault.drops().executingLater(ofSeconds(5)));

        assertThatThrownBy(caller::close).isInstanceOf(IOException.class);

        clock.advance(ofSeconds(4));
        assertThat(account.orders()).isEmpty();
        clock.advance(ofSeconds(10));
        assertThat(account.orders()).extracting(SandboxOrder::createdAt).containsExactly(START.plusSeconds(5));
        clock.advance(ofSeconds(10));
        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void error_executingLater_answersNowAndExecutesLater() throws Exception {
        sandbox.nextCall(Fault.error(504, "Too slow.").executingLater(ofSeconds(5)));

        assertThat(caller.close().statusCode()).isEqualTo(504);
        clock.advance(ofSeconds(5));

        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void lateCalls_areExecutedInTheOrderOfTheirTimes_betweenWhatElseIsDue() {
        // Filled at 3 s, the position is flat before the first late call; a test's order is due after it.
        account.behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(2))))
                .openOrder(
                        OrderTicket.sell("GOOG", "20"), OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(3))));
        sandbox.nextCall(Fault.drops().executingLater(ofSeconds(9)))
                .nextCall(Fault.drops().executingLater(ofSeconds(4)));
        assertThatThrownBy(caller::close).isInstanceOf(IOException.class);
        assertThatThrownBy(caller::close).isInstanceOf(IOException.class);

        clock.advance(ofSeconds(60));

        assertThat(account.fills())
                .extracting(fill -> fill.at() + " " + fill.quantity() + " " + fill.after())
                .containsExactly(START.plusSeconds(3) + " -20 5", START.plusSeconds(6) + " -5 0");
        assertThat(account.orders()).hasSize(2);
    }

    @Test
    void executingLater_withoutDelay_executesWhenNextLookedAt() {
        sandbox.nextCall(Fault.drops().executingLater(ofSeconds(0)));

        assertThatThrownBy(caller::close).isInstanceOf(IOException.class);

        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void executingLater_ofAFaultThatNeedsTheAnswer_isRefused() {
        assertThatThrownBy(() -> Fault.truncates().executingLater(ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not exist yet");
        Fault drop = Fault.drops();
        assertThatThrownBy(() -> drop.executingLater(ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reset_forgetsLateCalls() {
        sandbox.nextCall(Fault.drops().executingLater(ofSeconds(5)));
        assertThatThrownBy(caller::close).isInstanceOf(IOException.class);

        sandbox.reset();
        sandbox.account(ACCOUNT).position("GOOG", "1");
        clock.advance(ofSeconds(10));

        assertThat(account.orders()).isEmpty();
    }

    @Test
    void faultOfAnOperation_waitsForIt() throws Exception {
        sandbox.nextCall("close_positions", Fault.empty(500))
                .nextCall(request -> request.method().equals("GET"), Fault.empty(502))
                .nextCall("close_positions", Fault.empty(503));

        assertThat(caller.get("/orders").statusCode()).isEqualTo(502);
        assertThat(caller.get("/orders").statusCode()).isEqualTo(200);
        assertThat(caller.close().statusCode()).isEqualTo(500);
        assertThat(caller.close().statusCode()).isEqualTo(503);
        assertThat(caller.close().statusCode()).isEqualTo(200);
        assertThat(sandbox.requests())
                .extracting(request -> request.operationId().orElseThrow())
                .containsExactly("get_orders", "get_orders", "close_positions", "close_positions", "close_positions");
    }

    @Test
    void faultWithAPredicateThatThrows_isAnsweredWithTheReason() throws Exception {
        Predicate<SandboxRequest> bad = request -> {
            throw new IllegalStateException("a bad predicate");
        };
        sandbox.nextCall(bad, Fault.drops());

        assertThat(caller.close().body()).contains("The sandbox failed", "a bad predicate");
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void faultOfAnUnknownOperation_isRefusedWithTheNames() {
        assertThatThrownBy(() -> sandbox.nextCall("closePositions", Fault.drops()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cancel_all_open_orders");
    }
}
