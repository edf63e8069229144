package io.github.clearstreet.contract;

import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderStatus;
import io.github.clearstreet.model.OrderType;
import io.github.clearstreet.model.QueueState;
import io.github.clearstreet.model.SecurityType;
import io.github.clearstreet.model.Side;
import io.github.clearstreet.model.TimeInForce;
import io.github.clearstreet.model.TrailingOffsetType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What a caller must see of the examples in {@link Orders}, written by hand and field by field. */
final class ExpectedOrders {
    private static final Instant CREATED_AT = Instant.parse("2025-10-03T14:01:15Z");
    private static final Instant UPDATED_AT = Instant.parse("2025-10-03T14:01:16.123456789Z");

    private ExpectedOrders() {}

    static Order pending() {
        return sellsGoog()
                .quantity(new BigDecimal("25"))
                .status(OrderStatus.PENDING_NEW)
                .filledQuantity(new BigDecimal("0"))
                .leavesQuantity(new BigDecimal("25"))
                .updatedAt(CREATED_AT)
                .build();
    }

    static Order queued() {
        return pending().toBuilder()
                .queueState(QueueState.AWAITING_RELEASE)
                .releasesAt(Instant.parse("2025-10-06T13:30:00Z"))
                .build();
    }

    static Order partlyFilled() {
        return sellsGoog()
                .quantity(new BigDecimal("10.5"))
                .status(OrderStatus.PARTIALLY_FILLED)
                .filledQuantity(new BigDecimal("4.25"))
                .leavesQuantity(new BigDecimal("6.25"))
                .averageFillPrice(new BigDecimal("245.3333"))
                .updatedAt(UPDATED_AT)
                .build();
    }

    static Order rejected() {
        return pending().toBuilder()
                .status(OrderStatus.REJECTED)
                .leavesQuantity(new BigDecimal("0"))
                .details(List.of("The instrument is halted."))
                .build();
    }

    static Order ofNewerStatus() {
        return pending().toBuilder().status(OrderStatus.of("PENDING_REVIEW")).build();
    }

    static Order buysOptionBack() {
        return pending().toBuilder()
                .instrumentId(Orders.OPTION_ID)
                .instrumentType(SecurityType.OPTION)
                .symbol(Orders.OPTION_SYMBOL)
                .underlyingInstrumentId(Orders.GOOG_ID)
                .venue("XCBO")
                .side(Side.BUY)
                .quantity(new BigDecimal("2"))
                .status(OrderStatus.NEW)
                .leavesQuantity(new BigDecimal("2"))
                .updatedAt(UPDATED_AT)
                .build();
    }

    static Order withEveryField() {
        return sellsGoog()
                .clientOrderId("close-goog-1")
                .underlyingInstrumentId(Orders.GOOG_ID)
                .quantity(new BigDecimal("25"))
                .limitPrice(new BigDecimal("240.825"))
                .stopPrice(new BigDecimal("241.325"))
                .extendedHours(true)
                .expiresAt(Instant.parse("2025-10-10T20:00:00Z"))
                .status(OrderStatus.PARTIALLY_FILLED)
                .filledQuantity(new BigDecimal("4"))
                .leavesQuantity(new BigDecimal("21"))
                .averageFillPrice(new BigDecimal("245.3333"))
                .details(List.of("Filled in part."))
                .updatedAt(UPDATED_AT)
                .queueState(QueueState.RELEASED)
                .releasesAt(Instant.parse("2025-10-03T13:30:00Z"))
                .trailingOffset(new BigDecimal("150"))
                .trailingOffsetType(TrailingOffsetType.BPS)
                .limitOffset(new BigDecimal("-0.50"))
                .trailingStopPx(new BigDecimal("241.325"))
                .trailingLimitPx(new BigDecimal("240.825"))
                .trailingWatermarkPx(new BigDecimal("245.00"))
                .trailingWatermarkTs(Instant.parse("2025-10-03T14:05:00.123Z"))
                .build();
    }

    private static Order.Builder sellsGoog() {
        return Order.builder()
                .id(Orders.ID)
                .accountId(19816L)
                .instrumentId(Orders.GOOG_ID)
                .instrumentType(SecurityType.COMMON_STOCK)
                .symbol("GOOG")
                .venue("XNMS")
                .side(Side.SELL)
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.DAY)
                .createdAt(CREATED_AT);
    }
}
