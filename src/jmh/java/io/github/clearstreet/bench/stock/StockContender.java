package io.github.clearstreet.bench.stock;

import static java.util.Optional.ofNullable;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.clearstreet.bench.Checksum;
import io.github.clearstreet.bench.Contender;
import io.github.clearstreet.bench.stock.api.PositionsApi;
import io.github.clearstreet.bench.stock.client.ApiClient;
import io.github.clearstreet.bench.stock.model.ClosePositionsRequest;
import io.github.clearstreet.bench.stock.model.Order;
import io.github.clearstreet.bench.stock.model.OrderListResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the generator makes by itself: Feign over OkHttp, databind, jsr310, and one thread for each call in flight. */
public final class StockContender implements Contender<OrderListResponse> {
    private final ObjectReader reader;
    private final PositionsApi api;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public StockContender(String baseUrl) {
        ApiClient client = new ApiClient("bearerAuth");
        client.setBearerToken("id.secret");
        this.reader = client.getObjectMapper().readerFor(OrderListResponse.class);
        this.api = client.setBasePath(baseUrl).buildClient(PositionsApi.class);
    }

    @Override
    public OrderListResponse decode(byte[] json) {
        try {
            return reader.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OrderListResponse call(int orders) {
        return api.closePositions((long) orders, new ClosePositionsRequest());
    }

    @Override
    public CompletableFuture<OrderListResponse> callAsync(int orders) {
        return CompletableFuture.supplyAsync(() -> call(orders), threads);
    }

    @Override
    public long checksum(OrderListResponse answer) {
        Checksum sum = new Checksum().text(answer.getMetadata().getRequestId());
        for (Order order : answer.getData()) {
            read(order, sum);
        }
        return sum.value();
    }

    private static void read(Order order, Checksum sum) {
        sum.text(order.getId())
                .text(ofNullable(order.getClientOrderId()))
                .number(order.getAccountId())
                .text(ofNullable(order.getInstrumentId()))
                .text(ofNullable(value(order.getInstrumentType())))
                .text(ofNullable(order.getSymbol()))
                .text(ofNullable(order.getUnderlyingInstrumentId()))
                .text(order.getSide().getValue())
                .text(order.getOrderType().getValue())
                .text(order.getTimeInForce().getValue())
                .decimal(order.getQuantity())
                .decimal(ofNullable(order.getLimitPrice()))
                .decimal(ofNullable(order.getStopPrice()))
                .flag(ofNullable(order.getExtendedHours()))
                .time(instant(order.getExpiresAt()))
                .text(order.getVenue())
                .text(order.getStatus().getValue())
                .decimal(order.getFilledQuantity())
                .decimal(order.getLeavesQuantity())
                .decimal(ofNullable(order.getAverageFillPrice()))
                .texts(ofNullable(order.getDetails()))
                .time(order.getCreatedAt().toInstant())
                .time(order.getUpdatedAt().toInstant())
                .text(ofNullable(value(order.getQueueState())))
                .time(instant(order.getReleasesAt()))
                .decimal(ofNullable(order.getTrailingOffset()))
                .text(ofNullable(value(order.getTrailingOffsetType())))
                .decimal(ofNullable(order.getLimitOffset()))
                .decimal(ofNullable(order.getTrailingStopPx()))
                .decimal(ofNullable(order.getTrailingLimitPx()))
                .decimal(ofNullable(order.getTrailingWatermarkPx()))
                .time(instant(order.getTrailingWatermarkTs()));
    }

    private static String value(Object generatedEnum) {
        return generatedEnum == null ? null : generatedEnum.toString();
    }

    private static Optional<Instant> instant(OffsetDateTime time) {
        return ofNullable(time).map(OffsetDateTime::toInstant);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
