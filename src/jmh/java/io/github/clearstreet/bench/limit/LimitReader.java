package io.github.clearstreet.bench.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.clearstreet.bench.limit.LimitOrder.OrderStatus;
import io.github.clearstreet.bench.limit.LimitOrder.OrderType;
import io.github.clearstreet.bench.limit.LimitOrder.QueueState;
import io.github.clearstreet.bench.limit.LimitOrder.SecurityType;
import io.github.clearstreet.bench.limit.LimitOrder.Side;
import io.github.clearstreet.bench.limit.LimitOrder.TimeInForce;
import io.github.clearstreet.bench.limit.LimitOrder.TrailingOffsetType;
import io.github.clearstreet.bench.limit.LimitValues.EnumReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Streams an answer into objects. It trusts the server: a value of the wrong type fails, or worse. */
final class LimitReader {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final EnumReader<SecurityType> SECURITY_TYPES = new EnumReader<>(SecurityType.values());
    private static final EnumReader<Side> SIDES = new EnumReader<>(Side.values());
    private static final EnumReader<OrderType> ORDER_TYPES = new EnumReader<>(OrderType.values());
    private static final EnumReader<TimeInForce> TIMES_IN_FORCE = new EnumReader<>(TimeInForce.values());
    private static final EnumReader<OrderStatus> STATUSES = new EnumReader<>(OrderStatus.values());
    private static final EnumReader<QueueState> QUEUE_STATES = new EnumReader<>(QueueState.values());
    private static final EnumReader<TrailingOffsetType> OFFSET_TYPES = new EnumReader<>(TrailingOffsetType.values());

    private LimitReader() {}

    static LimitAnswer read(byte[] json) throws IOException {
        List<LimitOrder> data = List.of();
        String requestId = null;
        try (JsonParser in = FACTORY.createParser(json)) {
            in.nextToken();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                switch (name) {
                    case "data" -> data = orders(in);
                    case "metadata" -> requestId = requestId(in);
                    default -> skip(in);
                }
            }
        }
        return new LimitAnswer(data, requestId);
    }

    private static List<LimitOrder> orders(JsonParser in) throws IOException {
        List<LimitOrder> orders = new ArrayList<>();
        in.nextToken();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            orders.add(order(in));
        }
        return Collections.unmodifiableList(orders);
    }

    private static String requestId(JsonParser in) throws IOException {
        String id = null;
        in.nextToken();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            switch (name) {
                case "request_id" -> id = LimitValues.text(in);
                default -> skip(in);
            }
        }
        return id;
    }

    private static void skip(JsonParser in) throws IOException {
        in.nextToken();
        in.skipChildren();
    }

    private static LimitOrder order(JsonParser in) throws IOException {
        String id = null;
        String clientOrderId = null;
        long accountId = 0;
        String instrumentId = null;
        SecurityType instrumentType = null;
        String symbol = null;
        String underlyingInstrumentId = null;
        Side side = null;
        OrderType orderType = null;
        TimeInForce timeInForce = null;
        BigDecimal quantity = null;
        BigDecimal limitPrice = null;
        BigDecimal stopPrice = null;
        Boolean extendedHours = null;
        Instant expiresAt = null;
        String venue = null;
        OrderStatus status = null;
        BigDecimal filledQuantity = null;
        BigDecimal leavesQuantity = null;
        BigDecimal averageFillPrice = null;
        List<String> details = null;
        Instant createdAt = null;
        Instant updatedAt = null;
        QueueState queueState = null;
        Instant releasesAt = null;
        BigDecimal trailingOffset = null;
        TrailingOffsetType trailingOffsetType = null;
        BigDecimal limitOffset = null;
        BigDecimal trailingStopPx = null;
        BigDecimal trailingLimitPx = null;
        BigDecimal trailingWatermarkPx = null;
        Instant trailingWatermarkTs = null;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            switch (name) {
                case "id" -> id = LimitValues.text(in);
                case "client_order_id" -> clientOrderId = LimitValues.text(in);
                case "account_id" -> accountId = in.nextLongValue(0);
                case "instrument_id" -> instrumentId = LimitValues.text(in);
                case "instrument_type" -> instrumentType = SECURITY_TYPES.read(in);
                case "symbol" -> symbol = LimitValues.text(in);
                case "underlying_instrument_id" -> underlyingInstrumentId = LimitValues.text(in);
                case "side" -> side = SIDES.read(in);
                case "order_type" -> orderType = ORDER_TYPES.read(in);
                case "time_in_force" -> timeInForce = TIMES_IN_FORCE.read(in);
                case "quantity" -> quantity = LimitValues.decimal(in);
                case "limit_price" -> limitPrice = LimitValues.decimal(in);
                case "stop_price" -> stopPrice = LimitValues.decimal(in);
                case "extended_hours" -> extendedHours = LimitValues.flag(in);
                case "expires_at" -> expiresAt = LimitValues.time(in);
                case "venue" -> venue = LimitValues.text(in);
                case "status" -> status = STATUSES.read(in);
                case "filled_quantity" -> filledQuantity = LimitValues.decimal(in);
                case "leaves_quantity" -> leavesQuantity = LimitValues.decimal(in);
                case "average_fill_price" -> averageFillPrice = LimitValues.decimal(in);
                case "details" -> details = LimitValues.texts(in);
                case "created_at" -> createdAt = LimitValues.time(in);
                case "updated_at" -> updatedAt = LimitValues.time(in);
                case "queue_state" -> queueState = QUEUE_STATES.read(in);
                case "releases_at" -> releasesAt = LimitValues.time(in);
                case "trailing_offset" -> trailingOffset = LimitValues.decimal(in);
                case "trailing_offset_type" -> trailingOffsetType = OFFSET_TYPES.read(in);
                case "limit_offset" -> limitOffset = LimitValues.decimal(in);
                case "trailing_stop_px" -> trailingStopPx = LimitValues.decimal(in);
                case "trailing_limit_px" -> trailingLimitPx = LimitValues.decimal(in);
                case "trailing_watermark_px" -> trailingWatermarkPx = LimitValues.decimal(in);
                case "trailing_watermark_ts" -> trailingWatermarkTs = LimitValues.time(in);
                default -> skip(in);
            }
        }
        return new LimitOrder(
                id,
                clientOrderId,
                accountId,
                instrumentId,
                instrumentType,
                symbol,
                underlyingInstrumentId,
                side,
                orderType,
                timeInForce,
                quantity,
                limitPrice,
                stopPrice,
                extendedHours,
                expiresAt,
                venue,
                status,
                filledQuantity,
                leavesQuantity,
                averageFillPrice,
                details,
                createdAt,
                updatedAt,
                queueState,
                releasesAt,
                trailingOffset,
                trailingOffsetType,
                limitOffset,
                trailingStopPx,
                trailingLimitPx,
                trailingWatermarkPx,
                trailingWatermarkTs);
    }
}
