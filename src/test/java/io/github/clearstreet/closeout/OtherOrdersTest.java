package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Orders that are not of the run: kept or cancelled, read again, reported. */
class OtherOrdersTest {
    private static final FlattenOptions KEEPING = VirtualDesk.BROKER.withCancelOrders(false);

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flatten_whenOrdersAreKept_reportsThemWithTheirPositionOrAsOthers() {
        desk.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.buy("GOOG", "5").limit("1"))
                .openOrder(OrderTicket.buy("AAPL", "7").limit("1"))
                .behaviour(FILLS);

        FlattenReport report = desk.flatten(KEEPING);

        assertThat(report.flat()).isTrue();
        assertThat(report.otherOpenOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.symbol()).contains("AAPL"));
        assertThat(report.positions())
                .singleElement()
                .satisfies(position -> assertThat(position.orders())
                        .extracting(order -> order.side() + " " + order.quantity() + " " + order.canFill())
                        .containsExactly("Optional[BUY] Optional[5] true", "Optional[SELL] Optional[25] false"));
    }

    @Test
    void flatten_withOlderOrders_readsThemAgainByTheirIdsFiftyAtATime() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        for (int i = 0; i < 51; i++) {
            desk.account().openOrder(OrderTicket.buy("AAPL", "1").limit("1"));
        }
        desk.clock().advance(Duration.ofMinutes(1));

        FlattenReport report = desk.flatten(KEEPING);

        assertThat(report.flat()).isTrue();
        List<Integer> ids = desk.sandbox().requests().stream()
                .flatMap(request -> request.query().stream())
                .filter(query -> query.contains("order_ids="))
                .map(query -> query.split("order_ids=|,|%2C").length - 1)
                .toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(4).startsWith(50, 1, 50, 1);
        assertThat(ids).containsOnly(50, 1);
    }

    @Test
    void flatten_whenAnOlderOrderChanges_tellsOfIt() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(
                        OrderTicket.buy("AAPL", "1").limit("1"),
                        OrderBehaviour.rests()
                                .cancels(Trigger.elapsed(Duration.ofMinutes(1).plusSeconds(1))));
        desk.clock().advance(Duration.ofMinutes(1));

        FlattenReport report = desk.flatten(KEEPING);

        assertThat(report.timeline())
                .filteredOn(event -> event.kind() == TimelineEvent.Kind.ORDER)
                .extracting(TimelineEvent::text)
                .anySatisfy(text -> assertThat(text).contains("AAPL").contains("CANCELED"));
    }

    @Test
    void flatten_withNothingHeldAndASlowCancel_waitsUntilTheOrderIsGone() {
        desk.account()
                .openOrder(
                        OrderTicket.buy("AAPL", "7").limit("1"),
                        OrderBehaviour.rests().cancelsAfter(Trigger.elapsed(ofSeconds(12))));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isBetween(ofSeconds(12), ofSeconds(20));
    }

    @Test
    void flatten_withNothingHeldAndAnOrderThatStays_endsWithOpenOrders() {
        desk.account()
                .openOrder(
                        OrderTicket.buy("AAPL", "7").limit("1"),
                        OrderBehaviour.rests().refusesToCancel(Trigger.atOnce()));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(report.message()).startsWith("Nothing is held");
        assertThat(report.otherOpenOrders()).hasSize(1);
    }

    @Test
    void flatten_atTheDeadline_saysOfThePositionWhatItWaitedFor() {
        desk.account().position("GOOG", "25");

        FlattenReport report = desk.flatten(VirtualDesk.BROKER.withDeadline(ofSeconds(30)));

        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(report.positions().get(0).after().orElseThrow()).isEqualByComparingTo("25");
        assertThat(report.positions().get(0).reason().orElseThrow())
                .startsWith("its closing order may still fill: SELL 25 GOOG");
    }

    @Test
    void flatten_whenTheOrdersCannotBeReadBeforeTheClose_closesAfterTheNextLook() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox()
                .nextCall("get_orders", Fault.none())
                .nextCall("get_orders", Fault.none())
                .nextCall("get_orders", Fault.error(503, "Busy"));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        assertThat(report.timeline())
                .extracting(TimelineEvent::kind)
                .containsSubsequence(
                        TimelineEvent.Kind.READ, TimelineEvent.Kind.READ_FAILED, TimelineEvent.Kind.CLOSING);
        assertThat(Duration.between(
                        report.startedAt(),
                        report.timeline().stream()
                                .filter(event -> event.kind() == TimelineEvent.Kind.CLOSING)
                                .findFirst()
                                .orElseThrow()
                                .at()))
                .isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void flatten_whenARejectionNamesMoreThanAnHour_comesAgainAfterAnHour() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("close_positions", Fault.error(429, "Slow down").retryAfter("86400"));

        FlattenReport report = desk.closeOut().flatten(ACCOUNT, VirtualDesk.BROKER.withDeadline(Duration.ofHours(2)));

        assertThat(report.flat()).isTrue();
        assertThat(Duration.between(report.startedAt(), report.endedAt()))
                .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusMinutes(1));
    }
}
