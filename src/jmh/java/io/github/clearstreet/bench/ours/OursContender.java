package io.github.clearstreet.bench.ours;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.Positions;
import io.github.clearstreet.bench.Checksum;
import io.github.clearstreet.bench.Contender;
import io.github.clearstreet.json.OpenEnum;
import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import io.github.clearstreet.model.ResponseMetadata;
import io.github.clearstreet.runtime.json.Codec;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** This client. Decoding alone begins at the generated codec; calls go through the facade, as a user's do. */
public final class OursContender implements Contender<OursContender.Answer> {
    private final Codec<OrderListResponse> codec = ModelCodecs.of(OrderListResponse.class);
    private final ClearStreet clearStreet;
    private final Positions positions;

    public OursContender(String baseUrl) {
        clearStreet = ClearStreet.builder()
                .apiKey("id.secret")
                .baseUrl(URI.create(baseUrl))
                .build();
        positions = clearStreet.positions();
    }

    /** What decoding and a call have in common. */
    public record Answer(List<Order> data, ResponseMetadata metadata) {
        static Answer of(ApiResponse<List<Order>> response) {
            return new Answer(response.data(), response.metadata());
        }
    }

    @Override
    public Answer decode(byte[] json) {
        OrderListResponse response = codec.read(json);
        return new Answer(response.data(), response.metadata());
    }

    @Override
    public Answer call(int orders) {
        return Answer.of(positions.closePositions(orders));
    }

    @Override
    public CompletableFuture<Answer> callAsync(int orders) {
        return positions.async().closePositions(orders).thenApply(Answer::of);
    }

    @Override
    public long checksum(Answer answer) {
        Checksum sum = new Checksum().text(answer.metadata().requestId());
        for (Order order : answer.data()) {
            read(order, sum);
        }
        return sum.value();
    }

    private static void read(Order order, Checksum sum) {
        sum.text(order.id())
                .text(order.clientOrderId())
                .number(order.accountId())
                .text(order.instrumentId())
                .text(order.instrumentType().map(OpenEnum::value))
                .text(order.symbol())
                .text(order.underlyingInstrumentId())
                .text(order.side().value())
                .text(order.orderType().value())
                .text(order.timeInForce().value())
                .decimal(order.quantity())
                .decimal(order.limitPrice())
                .decimal(order.stopPrice())
                .flag(order.extendedHours())
                .time(order.expiresAt())
                .text(order.venue())
                .text(order.status().value())
                .decimal(order.filledQuantity())
                .decimal(order.leavesQuantity())
                .decimal(order.averageFillPrice())
                .texts(order.details())
                .time(order.createdAt())
                .time(order.updatedAt())
                .text(order.queueState().map(OpenEnum::value))
                .time(order.releasesAt())
                .decimal(order.trailingOffset())
                .text(order.trailingOffsetType().map(OpenEnum::value))
                .decimal(order.limitOffset())
                .decimal(order.trailingStopPx())
                .decimal(order.trailingLimitPx())
                .decimal(order.trailingWatermarkPx())
                .time(order.trailingWatermarkTs());
    }

    @Override
    public void close() {
        clearStreet.close();
    }
}
