package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.PositionChange;
import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not in a response need not be untrue, and what is in one may be old. */
class BeliefTest {
    private static final String NO_POSITIONS = "{\"data\":[],\"error\":null,\"metadata\":{\"request_id\":\"r\"%s}}";

    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flatten_whenTheFirstReadOfPositionsIsEmpty_believesTheNextTwo() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox().nextCall("get_positions", Fault.answers(SandboxResponse.json(200, NO_POSITIONS.formatted(""))));

        assertThat(desk.flatten().flat()).isTrue();
        assertThat(desk.account().positions()).isEmpty();
    }

    @Test
    void preview_whenOneReadOfPositionsIsEmpty_isNotFlat() {
        desk.account().position("GOOG", "25");
        desk.sandbox().nextCall("get_positions", Fault.answers(SandboxResponse.json(200, NO_POSITIONS.formatted(""))));

        Preview preview = desk.closeOut().preview(ACCOUNT);

        assertThat(preview.flat()).isFalse();
        assertThat(preview.problems()).singleElement().asString().contains("do not say the same");
    }

    @Test
    void flatten_whenFewerRowsComeThanTheTotalSays_isNotFlat() {
        desk.account();
        desk.sandbox()
                .customizeResponses((request, answer) -> isRead(request, "/positions")
                        ? SandboxResponse.json(200, NO_POSITIONS.formatted(",\"total_items\":3"))
                        : answer);

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isFalse();
        assertThat(report.message()).contains("a list has 3 items, but 0 came");
    }

    @ParameterizedTest
    @EnumSource(ClosingMethod.class)
    void flatten_whenPositionsStayBehindALongTime_closesOnce(ClosingMethod method) {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        positionsAreOldUntil(VirtualDesk.START.plusSeconds(130));

        FlattenReport report = desk.flatten(FlattenOptions.defaults().withMethod(method));

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        nothingCrossedZero();
    }

    @ParameterizedTest
    @EnumSource(ClosingMethod.class)
    void flatten_byAnotherProcessWhilePositionsAreBehind_closesNothingAgain(ClosingMethod method) {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        positionsAreOldUntil(VirtualDesk.START.plusSeconds(40));
        FlattenOptions options = FlattenOptions.defaults().withMethod(method);
        desk.flatten(options.withDeadline(ofSeconds(15)));

        FlattenReport report = desk.flatten(options);

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        nothingCrossedZero();
    }

    @Test
    void flatten_whenPositionsDoNotShowYetWhatSomebodyBought_isNotFlatBeforeThatIsClosedToo() {
        desk.account().behaviour(FILLS);
        positionsAreOldUntil(VirtualDesk.START.plusSeconds(20));
        desk.account()
                .openOrder(OrderTicket.buy("GOOG", "25"), OrderBehaviour.rests().fills(Trigger.atOnce()));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.account().positions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=", "from="})
    void flatten_whenAnOpenOrderShowsInOneWayOfLookingOnly_isCancelledBeforeTheClose(String way) {
        desk.account()
                .position("GOOG", "25")
                .behaviour(FILLS)
                .openOrder(OrderTicket.sell("GOOG", "25").limit("900").timeInForce("GOOD_TILL_CANCEL"));
        String hidden = desk.account().orders().get(0).id();
        desk.sandbox()
                .customizeResponses((request, answer) -> isRead(request, "/orders")
                                && !request.query().orElse("").contains(way)
                                && !request.query().orElse("").contains("order_ids=")
                                && answer.body().contains(hidden)
                        ? SandboxResponse.json(200, NO_POSITIONS.formatted(""))
                        : answer);

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(2).first().asString().endsWith("/orders/" + hidden);
    }

    @Test
    void flatten_whenAnOrderThatNoListShowsFills_hearsOfItByItsExecution() {
        desk.account()
                .position("GOOG", "25")
                .behaviour(OrderBehaviour.rests().fills("10", Trigger.elapsed(ofSeconds(1))));
        List<String> known = new ArrayList<>();
        desk.beforeEachPause(() -> {
            if (known.isEmpty() && !desk.changes().isEmpty()) {
                desk.account()
                        .openOrder(
                                OrderTicket.sell("GOOG", "5"),
                                OrderBehaviour.rests().fills(Trigger.atOnce()));
                known.add(desk.account().orders().get(1).id());
            }
        });

        FlattenReport report = desk.flatten(FlattenOptions.defaults().withDeadline(Duration.ofMinutes(1)));

        assertThat(report.positions().get(0).orders())
                .anySatisfy(order -> assertThat(order.id()).isEqualTo(java.util.Optional.of(known.get(0))));
    }

    private void positionsAreOldUntil(Instant until) {
        String[] old = new String[1];
        desk.sandbox().customizeResponses((request, answer) -> {
            if (!isRead(request, "/positions")) {
                return answer;
            }
            old[0] = old[0] == null ? answer.body() : old[0];
            return desk.clock().instant().isBefore(until) ? answer.withBody(old[0]) : answer;
        });
    }

    private static boolean isRead(SandboxRequest request, String path) {
        return request.method().equals("GET") && request.path().endsWith(path);
    }

    private void nothingCrossedZero() {
        assertThat(desk.account().positionChanges()).noneMatch(PositionChange::crossesZero);
    }
}
