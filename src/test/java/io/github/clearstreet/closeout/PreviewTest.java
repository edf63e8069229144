package io.github.clearstreet.closeout;

import static io.github.clearstreet.closeout.VirtualDesk.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.clearstreet.Guards;
import io.github.clearstreet.OutcomeUnknownException;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxInstrument;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PreviewTest {
    @Test
    void preview_saysWhatClosingWouldDo_andChangesNothing() {
        try (VirtualDesk desk = new VirtualDesk()) {
            desk.account()
                    .position(SandboxInstrument.stock("GOOG").withPrice("100"), "25")
                    .position(SandboxInstrument.stock("MSFT").withPrice("10"), "-3")
                    .openOrder(OrderTicket.sell("GOOG", "5").limit("900"))
                    .openOrder(OrderTicket.buy("AAPL", "1").limit("1"));

            Preview preview = desk.closeOut().preview(ACCOUNT);

            assertThat(preview.flat()).isFalse();
            assertThat(preview.problems()).isEmpty();
            assertThat(preview.grossValue()).isEqualByComparingTo("2530");
            PreviewedPosition goog = preview.positions().get(0);
            assertThat(goog.closingSide()).isEqualTo(Side.SELL);
            assertThat(goog.closingQuantity()).isEqualByComparingTo("25");
            assertThat(goog.openOrders()).hasSize(1);
            PreviewedPosition msft = preview.positions().get(1);
            assertThat(msft.closingSide()).isEqualTo(Side.BUY);
            assertThat(msft.closingQuantity()).isEqualByComparingTo("3");
            assertThat(preview.otherOpenOrders()).hasSize(1);
            assertThat(preview.toString())
                    .contains("SYMBOL  CLOSING SIDE  QUANTITY", "Open orders in the way:", "Other open orders:");
            assertThat(preview.toJson()).startsWith("{\"account_id\":19816,\"flat\":false,\"taken_at\":");
            assertThat(desk.changes()).isEmpty();
        }
    }

    @Test
    void preview_whenAReadFails_throws() {
        try (VirtualDesk desk = new VirtualDesk()) {
            desk.account();
            desk.sandbox().nextCall("get_positions", Fault.error(500, "Broken"));

            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> desk.closeOut().preview(ACCOUNT));
        }
    }

    @Test
    void preview_whenAPageLeadsBackToItself_isNotFlatAndSaysWhy() {
        try (VirtualDesk desk = new VirtualDesk()) {
            desk.account();
            Fault again = Fault.answers(SandboxResponse.json(200, """
                    {"data": [], "metadata": {"request_id": "r-1", "next_page_token": "again"}}"""));
            desk.sandbox().nextCall("get_orders", again).nextCall("get_orders", again);

            Preview preview = desk.closeOut().preview(ACCOUNT);

            assertThat(preview.flat()).isFalse();
            assertThat(preview.complete()).isFalse();
            assertThat(preview.problems())
                    .singleElement()
                    .asString()
                    .contains("not everything could be read", "lead back");
        }
    }

    @Test
    void preview_whenTheTokenOfTheNextPageIsEmpty_isComplete() {
        try (VirtualDesk desk = new VirtualDesk()) {
            desk.account();
            Fault last = Fault.answers(SandboxResponse.json(200, """
                    {"data": [], "metadata": {"request_id": "r-1", "next_page_token": ""}}"""));
            desk.sandbox().nextCall("get_orders", last).nextCall("get_positions", last);

            assertThat(desk.closeOut().preview(ACCOUNT).flat()).isTrue();
            assertThat(desk.sandbox().requests()).hasSize(4);
        }
    }

    @Test
    void preview_whenASymbolIsUnreadable_namesTheInstrument() {
        try (VirtualDesk desk = new VirtualDesk()) {
            desk.account().position(SandboxInstrument.stock("GOOG").withId("id-of-goog"), "25");
            desk.sandbox()
                    .customizeResponses((request, answer) ->
                            answer.withBody(answer.body().replace("\"symbol\":\"GOOG\"", "\"symbol\":[7]")));

            assertThat(desk.closeOut().preview(ACCOUNT).positions())
                    .singleElement()
                    .satisfies(previewed ->
                            assertThat(previewed.position().symbol()).isEqualTo("id-of-goog"));
        }
    }

    @Test
    void preview_withAGuardAgainstTheSize_saysThatItWouldRefuse() {
        Guards guards = Guards.none().withMaxGrossValue(new BigDecimal("1000"));
        try (VirtualDesk desk = new VirtualDesk(client -> client.guards(guards), 100)) {
            desk.account().position(SandboxInstrument.stock("GOOG").withPrice("100"), "25");

            assertThat(desk.closeOut().preview(ACCOUNT).problems())
                    .singleElement()
                    .asString()
                    .contains("a gross value of 2500");
        }
    }

    @Test
    void preview_withAGuard_saysThatItWouldRefuse() {
        try (VirtualDesk desk =
                new VirtualDesk(client -> client.guards(Guards.none().withDryRun(true)), 100)) {
            desk.account().position("GOOG", "25");

            Preview preview = desk.closeOut().preview(ACCOUNT);

            assertThat(preview.complete()).isTrue();
            assertThat(preview.problems()).singleElement().asString().contains("dry run");
        }
    }

    @Test
    void flatten_withAGuardAgainstTheSize_cancelsNothingEither() {
        Guards guards = Guards.none().withMaxGrossValue(new BigDecimal("1000"));
        try (VirtualDesk desk = new VirtualDesk(client -> client.guards(guards), 100)) {
            desk.account()
                    .position(SandboxInstrument.stock("GOOG").withPrice("100"), "25")
                    .openOrder(OrderTicket.sell("GOOG", "5").limit("900"));

            FlattenReport report = desk.flatten();

            assertThat(report.stopReason()).isEqualTo(StopReason.REFUSED_BY_GUARD);
            assertThat(report.message()).contains("a gross value of 2500");
            assertThat(desk.changes()).isEmpty();
        }
    }

    @Test
    void flatten_withADryRunOnAFlatAccount_isFlat() {
        try (VirtualDesk desk =
                new VirtualDesk(client -> client.guards(Guards.none().withDryRun(true)), 100)) {
            desk.account();

            assertThat(desk.flatten().flat()).isTrue();
        }
    }
}
