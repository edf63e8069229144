package io.github.clearstreet.closeout;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.SandboxInstrument;
import io.github.clearstreet.sandbox.Trigger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole text of a report, so that a change of it is seen. */
class FlattenReportTest {
    private static final String TABLE = """
            Account 19816 is NOT FLAT: ORDER_REJECTED, after 1.750 s
            Not everything could be closed. MSFT: its closing order was rejected (No shares to borrow): BUY 10 MSFT REJECTED, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5878)

            SYMBOL  BEFORE  AFTER  AS OF                 REASON
            GOOG        25      0  2026-01-02T15:00:01Z
            MSFT       -10    -10  2026-01-02T15:00:01Z  its closing order was rejected (No shares to borrow): BUY 10 MSFT REJECTED, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5878)

            Orders:
            SYMBOL  SIDE  QUANTITY  FILLED  AVERAGE PRICE  STATUS    ORDER ID
            GOOG    SELL        25      25         150.25  FILLED    019c0b57-0850-7b0b-8a2c-5ee3fb5a5877
            MSFT    BUY         10       0              -  REJECTED  019c0b57-0850-7b0b-8a2c-5ee3fb5a5878
            CANCELLED: SELL 5 GOOG NEW, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5876), was order_type LIMIT, time_in_force DAY, limit_price 900""";

    private static final String TIMELINE = """
            2026-01-02T15:00:00Z  STARTED  FlattenOptions[deadline=PT5M, cancelOrders=true, maxCloseAttempts=3, method=BROKER]
            2026-01-02T15:00:00Z  ORDER  SELL 5 GOOG NEW, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5876)
            2026-01-02T15:00:00Z  READ  positions: GOOG 25, MSFT -10; open orders: 1
            2026-01-02T15:00:00Z  CANCELLING  cancel_open_order: 019c0b57-0850-7b0b-8a2c-5ee3fb5a5876
            2026-01-02T15:00:00Z  ACCEPTED  cancel_open_order (request id 3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b90)
            2026-01-02T15:00:00Z  ORDER  SELL 5 GOOG PENDING_CANCEL, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5876)
            2026-01-02T15:00:00Z  ORDER  SELL 5 GOOG CANCELED, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5876)
            2026-01-02T15:00:00Z  READ  positions: GOOG 25, MSFT -10; open orders: 0
            2026-01-02T15:00:00Z  CLOSING  close_positions: GOOG 25, MSFT -10
            2026-01-02T15:00:00Z  ACCEPTED  close_positions, 2 orders (request id 3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b96)
            2026-01-02T15:00:00Z  ORDER  SELL 25 GOOG PENDING_NEW, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5877)
            2026-01-02T15:00:00Z  ORDER  BUY 10 MSFT REJECTED, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5878)
            2026-01-02T15:00:00Z  GIVEN_UP  MSFT: its closing order was rejected (No shares to borrow): BUY 10 MSFT REJECTED, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5878)
            2026-01-02T15:00:00Z  READ  positions: GOOG 25, MSFT -10; open orders: 1
            2026-01-02T15:00:01.750Z  ORDER  SELL 25 GOOG FILLED, filled 25 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5877)
            2026-01-02T15:00:01.750Z  READ  positions: MSFT -10; open orders: 0
            2026-01-02T15:00:01.750Z  ENDED  ORDER_REJECTED: Not everything could be closed. MSFT: its closing order was rejected (No shares to borrow): BUY 10 MSFT REJECTED, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5878)""";

    private static final String JSON = """
            {"account_id":19816,"flat":false,"stop_reason":"ORDER_REJECTED",\
            "message":"Not everything could be closed. MSFT: its closing order was rejected (No shares to borrow): \
            BUY 10 MSFT REJECTED, filled 0 (019c0b57-0850-7b0b-8a2c-5ee3fb5a5878)",\
            "started_at":"2026-01-02T15:00:00Z","ended_at":"2026-01-02T15:00:01.750Z","positions":[\
            {"symbol":"GOOG","instrument_id":"c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa","quantity_before":"25",\
            "quantity_after":"0","as_of":"2026-01-02T15:00:01.750Z","orders":[{"id":"019c0b57-0850-7b0b-8a2c-5ee3fb5a5877","symbol":"GOOG",\
            "instrument_id":"c3c4c5c6-d3d4-e3e4-f3f4-f5f6f7f8f9fa","side":"SELL","quantity":"25",\
            "filled_quantity":"25","average_fill_price":"150.25","status":"FILLED",\
            "created_at":"2026-01-02T15:00:00Z","details":[]}]},""";

    @Test
    void report_asTableTimelineAndJson() {
        try (VirtualDesk desk = new VirtualDesk()) {
            desk.account()
                    .position(SandboxInstrument.stock("GOOG").withPrice("150.25"), "25")
                    .position("MSFT", "-10")
                    .behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(ofSeconds(1))))
                    .behaviour("MSFT", OrderBehaviour.rejects("No shares to borrow"))
                    .openOrder(OrderTicket.sell("GOOG", "5").limit("900"));

            FlattenReport report = desk.flatten();

            assertThat(report.toString()).isEqualTo(TABLE);
            assertThat(report.timeline().stream().map(Object::toString).collect(Collectors.joining("\n")))
                    .isEqualTo(TIMELINE);
            assertThat(report.toJson()).startsWith(JSON);
            assertThat(report.flat()).isFalse();
        }
    }
}
