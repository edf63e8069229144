package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.FILLS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxResponse;
import io.github.clearstreet.sandbox.Trigger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What cannot be read is never taken for good news. */
class UnreadableTest {
    @AutoClose
    private final VirtualDesk desk = new VirtualDesk();

    @Test
    void flatten_whenAPositionCannotBeRead_isNotFlatAndClosesTheOthersOneByOne() {
        desk.account().position("GOOG", "25").position("MSFT", "10").behaviour(FILLS);
        desk.sandbox()
                .customizeResponses((request, answer) -> replace(
                        answer,
                        "\"quantity\":\"10\"",
                        "\"quantity\":\"ten\"",
                        request.method().equals("GET")));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isFalse();
        assertThat(report.stopReason()).isEqualTo(StopReason.UNREADABLE);
        assertThat(report.message()).contains("\"ten\"");
        assertThat(desk.changes()).hasSize(1).allMatch(request -> request.contains("/positions/"));
    }

    @Test
    void flatten_whenAStatusIsUnknown_takesTheOrderForOneThatCanFill() {
        desk.account()
                .position("GOOG", "25")
                .openOrder(
                        OrderTicket.sell("GOOG", "25").limit("900"),
                        OrderBehaviour.rests().refusesToCancel(Trigger.atOnce()));
        desk.sandbox().customizeResponses((request, answer) -> replace(answer, "\"NEW\"", "\"HALF_DONE\"", true));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isFalse();
        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(report.message()).contains("HALF_DONE");
        assertThat(desk.changes()).noneMatch(request -> request.contains("/positions"));
    }

    @Test
    void flatten_whenAnOrderHasNeitherInstrumentNorSymbol_closesNothingBesideIt() {
        desk.account()
                .position("GOOG", "25")
                .openOrder(
                        OrderTicket.sell("GOOG", "25").limit("900"),
                        OrderBehaviour.rests()
                                .withField("instrument_id", null)
                                .withField("symbol", null)
                                .refusesToCancel(Trigger.atOnce()));

        FlattenReport report = desk.flatten();

        assertThat(report.stopReason()).isEqualTo(StopReason.OPEN_ORDERS);
        assertThat(desk.changes()).noneMatch(request -> request.contains("/positions"));
    }

    @Test
    void flatten_whenTheClosingOrderHasNoId_waitsForTheSettleTimeAndFindsItInTheList() {
        desk.account().position("GOOG", "25").behaviour(FILLS);
        desk.sandbox()
                .nextCall(
                        "close_positions",
                        Fault.changes((request, answer) -> replace(answer, "\"id\"", "\"identifier\"", true)));

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isTrue();
        assertThat(desk.changes()).hasSize(1);
        assertThat(report.positions().get(0).orders()).hasSize(1);
    }

    @Test
    void preview_whenTheStatusOfAnOrderCannotBeRead_isNotComplete() {
        desk.account().openOrder(OrderTicket.sell("GOOG", "25").limit("900"));
        desk.sandbox().customizeResponses((request, answer) -> replace(answer, "\"NEW\"", "[]", true));

        Preview preview = desk.closeOut().preview(VirtualDesk.ACCOUNT);

        assertThat(preview.complete()).isFalse();
        assertThat(preview.problems()).singleElement().asString().startsWith("an open order could not be read: ");
    }

    @Test
    void flatten_whenAPageDoesNotSayWhetherItIsTheLast_isNotFlat() {
        desk.account();
        desk.sandbox()
                .customizeResponses((request, answer) -> request.path().endsWith("/positions")
                        ? SandboxResponse.json(200, "{\"data\":[],\"error\":null}")
                        : answer);

        FlattenReport report = desk.flatten();

        assertThat(report.flat()).isFalse();
        assertThat(report.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(report.timeline())
                .anyMatch(event -> event.kind() == TimelineEvent.Kind.READ_FAILED
                        && event.text().contains("last"));
    }

    @Test
    void flatten_whenPagesGoRoundInCircles_isNotFlat() {
        desk.account();
        desk.sandbox()
                .customizeResponses((request, answer) -> request.path().endsWith("/positions")
                        ? SandboxResponse.json(
                                200,
                                "{\"data\":[],\"error\":null,\"metadata\":{\"request_id\":\"r\","
                                        + "\"next_page_token\":\"again\"}}")
                        : answer);

        assertThat(desk.flatten().stopReason()).isEqualTo(StopReason.DEADLINE);
    }

    private static SandboxResponse replace(SandboxResponse answer, String from, String to, boolean when) {
        return when ? answer.withBody(answer.body().replace(from, to)) : answer;
    }
}
