package io.github.clearstreet.bench.limit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** All 32 fields, in the types that our own model has. A field that the specification does not require may be null. */
record LimitOrder(
        String id,
        String clientOrderId,
        long accountId,
        String instrumentId,
        SecurityType instrumentType,
        String symbol,
        String underlyingInstrumentId,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        BigDecimal quantity,
        BigDecimal limitPrice,
        BigDecimal stopPrice,
        Boolean extendedHours,
        Instant expiresAt,
        String venue,
        OrderStatus status,
        BigDecimal filledQuantity,
        BigDecimal leavesQuantity,
        BigDecimal averageFillPrice,
        List<String> details,
        Instant createdAt,
        Instant updatedAt,
        QueueState queueState,
        Instant releasesAt,
        BigDecimal trailingOffset,
        TrailingOffsetType trailingOffsetType,
        BigDecimal limitOffset,
        BigDecimal trailingStopPx,
        BigDecimal trailingLimitPx,
        BigDecimal trailingWatermarkPx,
        Instant trailingWatermarkTs) {

    enum SecurityType {
        COMMON_STOCK,
        PREFERRED_STOCK,
        OPTION,
        INDEX,
        CASH,
        OTHER,
        UNRECOGNIZED
    }

    enum OrderType {
        MARKET,
        LIMIT,
        STOP,
        STOP_LIMIT,
        TRAILING_STOP,
        TRAILING_STOP_LIMIT,
        OTHER,
        UNRECOGNIZED
    }

    enum Side {
        BUY,
        SELL,
        SELL_SHORT,
        OTHER,
        UNRECOGNIZED
    }

    enum OrderStatus {
        PENDING_NEW,
        NEW,
        PARTIALLY_FILLED,
        FILLED,
        CANCELED,
        REJECTED,
        EXPIRED,
        PENDING_CANCEL,
        PENDING_REPLACE,
        REPLACED,
        DONE_FOR_DAY,
        STOPPED,
        SUSPENDED,
        CALCULATED,
        OTHER,
        UNRECOGNIZED
    }

    enum TimeInForce {
        DAY,
        GOOD_TILL_CANCEL,
        IMMEDIATE_OR_CANCEL,
        FILL_OR_KILL,
        GOOD_TILL_DATE,
        AT_THE_OPENING,
        AT_THE_CLOSE,
        GOOD_TILL_CROSSING,
        GOOD_THROUGH_CROSSING,
        AT_CROSSING,
        OTHER,
        UNRECOGNIZED
    }

    enum QueueState {
        AWAITING_RELEASE,
        RELEASED,
        UNRECOGNIZED
    }

    enum TrailingOffsetType {
        PRICE,
        BPS,
        UNRECOGNIZED
    }
}
