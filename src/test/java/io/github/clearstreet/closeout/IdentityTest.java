package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.SandboxInstrument;
import io.github.clearstreet.sandbox.Trigger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose order it is, and what it is about. */
class IdentityTest {
    private static final FlattenOptions BROKER = FlattenOptions.defaults().withMethod(ClosingMethod.BROKER);

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @ParameterizedTest
    @ValueSource(strings = {"GOOG251219C00200000", "GOOG  251219C00200000", "goog 251219c00200000"})
    void flatten_whenItsOrderHasNoInstrumentIdAndAnotherSpelling_isRecognised(String spelling) {
        SandboxInstrument stock = SandboxInstrument.stock("GOOG");
        desk.account()
                .position(SandboxInstrument.option("GOOG  251219C00200000", stock), "5")
                .behaviour(OrderBehaviour.rests()
                        .fills(Trigger.elapsed(ofSeconds(50)))
                        .withField("instrument_id", null)
                        .withField("symbol", spelling));
        desk.sandbox().nextCall("close_positions", Fault.drops().afterExecuting());

        FlattenReport report = desk.flatten(BROKER);

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        nothingCrossedZero();
    }

    @Test
    void flatten_whenAnOptionOrderHasTheSymbolOfTheStock_doesNotTakeItForItsOwn() {
        SandboxInstrument stock = SandboxInstrument.stock("GOOG");
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.sell("GOOG  251219C00200000", "25").limit("900"),
                        OrderBehaviour.rests().withField("symbol", "GOOG").refusesToCancel(Trigger.atOnce()));

        FlattenReport report = desk.flatten();

        assertThat(stock.symbol()).isEqualTo("GOOG");
        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(desk.account().positions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MARKET", "LIMIT"})
    void flatten_whenItsOrderHasAChild_doesNotCancelThatAsSomebodyElses(String type) {
        desk.account().position("GOOG", "25").behaviour(OrderBehaviour.rests());
        boolean[] placed = {false};
        desk.beforeEachPause(() -> {
            if (!placed[0] && !desk.changes().isEmpty()) {
                placed[0] = true;
                OrderTicket child = OrderTicket.sell("GOOG", "25");
                desk.account()
                        .openOrder(
                                type.equals("LIMIT") ? child.limit("1") : child,
                                OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(5))));
            } else if (placed[0] && desk.account().positions().isEmpty()) {
                desk.account().orders().stream()
                        .filter(order -> order.status().equals("PENDING_NEW"))
                        .forEach(order -> desk.account().cancel(order.id()));
            }
        });

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        nothingCrossedZero();
    }

    @Test
    void flatten_whenSomebodyElsesMarketOrderOnlyCloses_followsIt() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.sell("GOOG", "25"), OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(8))));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void flatten_whenAPositionContradictsItself_doesNotTouchIt() {
        desk.account().position("GOOG", "-25");
        desk.sandbox()
                .customizeResponses((request, answer) -> request.path().endsWith("/positions")
                        ? answer.withBody(answer.body().replace("\"quantity\":\"-25\"", "\"quantity\":\"25\""))
                        : answer);

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.UNREADABLE);
        assertThat(report.message()).contains("contradicts itself");
        assertThat(desk.changes()).isEmpty();
        assertThat(desk.closeOut().preview(VirtualDesk.ACCOUNT).complete()).isFalse();
    }

    private void nothingCrossedZero() {
        assertThat(desk.account().positionChanges()).noneMatch(PositionChange::crossesZero);
    }
}
