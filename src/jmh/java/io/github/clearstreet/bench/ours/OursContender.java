package io.github.clearstreet.bench.ours;

import io.github.clearstreet.api.PositionsApi;
import io.github.clearstreet.api.PositionsApiAsync;
import io.github.clearstreet.bench.Checksum;
import io.github.clearstreet.bench.Contender;
import io.github.clearstreet.internal.json.Codec;
import io.github.clearstreet.internal.transport.ApiKey;
import io.github.clearstreet.internal.transport.Call;
import io.github.clearstreet.internal.transport.FeignApis;
import io.github.clearstreet.internal.transport.HttpTransport;
import io.github.clearstreet.internal.transport.TransportSettings;
import io.github.clearstreet.json.OpenEnum;
import io.github.clearstreet.model.ClosePositionsRequest;
import io.github.clearstreet.model.ModelCodecs;
import io.github.clearstreet.model.Order;
import io.github.clearstreet.model.OrderListResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** This client. */
public final class OursContender implements Contender<OrderListResponse> {
    private final Codec<OrderListResponse> codec = ModelCodecs.of(OrderListResponse.class);
    private final HttpTransport transport;
    private final PositionsApi api;
    private final PositionsApiAsync asyncApi;

    public OursContender(String baseUrl) {
        transport = new HttpTransport(TransportSettings.builder(URI.create(baseUrl), new ApiKey("id.secret"), "ours")
                .build());
        api = FeignApis.blocking(PositionsApi.class, transport);
        asyncApi = FeignApis.nonBlocking(PositionsApiAsync.class, transport);
    }

    @Override
    public OrderListResponse decode(byte[] json) {
        return codec.read(json);
    }

    private static Call newCall(int orders) {
        return new Call(OptionalLong.of(orders), Duration.ofSeconds(30), Map.of(), Clock.systemUTC());
    }

    @Override
    public OrderListResponse call(int orders) {
        return api.closePositions(orders, ClosePositionsRequest.builder().build(), newCall(orders));
    }

    @Override
    public CompletableFuture<OrderListResponse> callAsync(int orders) {
        return asyncApi.closePositions(orders, ClosePositionsRequest.builder().build(), newCall(orders));
    }

    @Override
    public long checksum(OrderListResponse answer) {
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
        transport.close();
    }
}
