package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.Trigger;
import io.github.clearstreet.sandbox.UsedIdResponse;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing by orders of one's own, whose ids the server keeps once. */
class OwnOrdersTest {
    private static final String SUBMIT = "POST /v1/accounts/19816/orders";
    private static final FlattenOptions OWN = FlattenOptions.defaults().withMethod(ClosingMethod.OWN_ORDERS);

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flatten_byOwnOrders_submitsThemTogetherAndFollowsThem() {
        desk.account().position("GOOG", "25").position("MSFT", "-10").behaviour(FILLS);

        FlattenReport report = desk.flatten(OWN);

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(SUBMIT);
        assertThat(desk.account().orders())
                .extracting(order -> order.side() + " " + order.quantity())
                .containsExactly("SELL 25", "BUY 10");
    }

    @Test
    void baseId_followsFromWhatIsClosed() {
        HeldPosition held = HeldPosition.of("i-1", "GOOG", new BigDecimal("25.00"));

        String id = ClosingOrders.baseId(ACCOUNT, held, "none");

        assertThat(id)
                .hasSizeLessThan(60)
                .isEqualTo(ClosingOrders.baseId(ACCOUNT, HeldPosition.of("I-1", "x", new BigDecimal("25")), "none"))
                .isNotEqualTo(ClosingOrders.baseId(ACCOUNT + 1, held, "none"))
                .isNotEqualTo(ClosingOrders.baseId(ACCOUNT, HeldPosition.of("i-2", "GOOG", BigDecimal.TEN), "none"))
                .isNotEqualTo(ClosingOrders.baseId(ACCOUNT, HeldPosition.of("i-1", "GOOG", BigDecimal.TEN), "none"))
                .isNotEqualTo(ClosingOrders.baseId(ACCOUNT, held, "fill-1"));
    }

    @Test
    void flatten_whenTheResponseIsLost_findsTheOrderByItsIdWithoutWaiting() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("submit_orders", Fault.drops().afterExecuting());

        FlattenReport report = desk.flatten(OWN);

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(SUBMIT);
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isLessThan(ofSeconds(10));
        assertThat(report.resolved()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(UsedIdResponse.class)
    void flatten_whenTheRequestIsLost_sendsTheSameIdAgainAndTheServerKeepsOne(UsedIdResponse response) {
        desk.account().position("GOOG", "25").behaviour(FILLS).usedIdResponse(response);
        desk.sandbox().nextCall("submit_orders", Fault.drops().executingLater(Duration.ofMillis(100)));

        FlattenReport report = desk.flatten(OWN);

        assertThat(report.flat()).isTrue();
        assertThat(desk.account().orders()).hasSize(1);
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isLessThan(ofSeconds(10));
        nothingCrossedZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 15, 20, 29})
    void flatten_whenItIsExecutedLateAndAnotherProcessStarts_theServerKeepsOne(int seconds) {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("submit_orders", Fault.drops().executingLater(ofSeconds(seconds)));
        desk.flatten(OWN.withDeadline(ofSeconds(11)));

        FlattenReport report = desk.flatten(OWN);
        desk.clock().advance(ofSeconds(60));

        assertThat(report.flat()).isTrue();
        assertThat(desk.account().orders()).hasSize(1);
        nothingCrossedZero();
    }

    @Test
    void flatten_whenARiskCheckRefusesAnOwnOrder_letsTheBrokerCloseThatOne() {
        desk.account()
                .position("GOOG", "25")
                .position("MSFT", "10")
                .behaviour(FILLS)
                .riskRejection("GOOG", "SELF_MATCH");

        FlattenReport report = desk.flatten(OWN);

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes())
                .filteredOn(change -> change.startsWith("DELETE"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405, 501})
    void flatten_whenOwnOrdersAreNotOffered_letsTheBrokerClose(int status) {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        for (int i = 0; i < 4; i++) {
            desk.sandbox().nextCall("submit_orders", Fault.error(status, "No"));
        }

        FlattenReport report = desk.flatten(OWN);

        assertThat(report.flat()).isTrue();
        assertThat(desk.account().orders()).hasSize(1);
    }

    @Test
    void flatten_whenTheVenueCancelsAnOwnOrder_submitsAnotherWithAnotherId() {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rests().cancels(Trigger.elapsed(ofSeconds(1))));
        desk.beforeEachPause(() -> {
            if (!desk.changes().isEmpty()) {
                desk.account().behaviour(FILLS);
            }
        });

        FlattenReport report = desk.flatten(OWN);

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).containsExactly(SUBMIT, SUBMIT);
    }

    @Test
    void flatten_whenEveryTryIsOfUnknownOutcome_letsTheBrokerCloseAfterTheWindow() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        for (int i = 0; i < 3; i++) {
            desk.sandbox().nextCall("submit_orders", Fault.error(500, "Broken"));
        }

        FlattenReport report = desk.flatten(OWN);

        assertThat(report.flat()).isTrue();
        assertThat(desk.account().orders()).hasSize(1);
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isGreaterThan(ofSeconds(30));
    }

    private void nothingCrossedZero() {
        assertThat(desk.account().positionChanges()).noneMatch(PositionChange::crossesZero);
    }
}
