package io.github.clearstreet.sandbox;

import static io.github.clearstreet.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderTicketTest {
    private static final OrderTicket TICKET = OrderTicket.buy("GOOG", "5");

    @Test
    void orderType_followsFromThePrices() {
        assertThat(TICKET.orderType()).isEqualTo("MARKET");
        assertThat(TICKET.limit("1").orderType()).isEqualTo("LIMIT");
        assertThat(TICKET.stop("1").orderType()).isEqualTo("STOP");
        assertThat(TICKET.stop("1").limit("2").orderType()).isEqualTo("STOP_LIMIT");
    }

    @Test
    void prices_timeInForceAndOwnFields_goOnTheWire() {
        OrderTicket ticket = OrderTicket.sellShort("GOOG", "5")
                .limit("150.10")
                .stop("151.00")
                .timeInForce("GOOD_TILL_CANCEL")
                .withField("extended_hours", true);

        JsonNode order = json(Json.write(OrderJson.of(new SandboxOrder(
                "id",
                1,
                SandboxInstrument.stock("GOOG"),
                ticket,
                false,
                Instant.EPOCH,
                OrderProgress.created(Instant.EPOCH)))));

        assertThat(order.path("side").textValue()).isEqualTo("SELL_SHORT");
        assertThat(order.path("limit_price").textValue()).isEqualTo("150.10");
        assertThat(order.path("stop_price").textValue()).isEqualTo("151.00");
        assertThat(order.path("time_in_force").textValue()).isEqualTo("GOOD_TILL_CANCEL");
        assertThat(order.path("extended_hours").booleanValue()).isTrue();
    }

    @Test
    void averageFillPrice_thatDoesNotEnd_isRoundedTo16Digits() {
        OrderProgress progress = OrderProgress.created(Instant.EPOCH)
                .filled(DecimalText.positive("", "1"), DecimalText.positive("", "1"), TICKET.quantity(), Instant.EPOCH)
                .filled(DecimalText.positive("", "2"), DecimalText.positive("", "2"), TICKET.quantity(), Instant.EPOCH);

        assertThat(progress.averageFillPrice())
                .hasValueSatisfying(price -> assertThat(price).isEqualTo("1.666666666666667"));
    }
}
